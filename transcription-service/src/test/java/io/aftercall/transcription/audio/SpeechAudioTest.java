package io.aftercall.transcription.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechAudioTest {

    private static final byte[] ONE_SECOND = Wav.speech(1_000, moment -> moment / 16_000.0);

    @TempDir
    Path folder;

    @Test
    void regionIsReadInPieces() throws IOException {
        try (SpeechAudio audio = open(ONE_SECOND)) {
            byte[] piece = new byte[96];

            assertThat(audio.read(new Region(500, 505), 0, piece)).isEqualTo(96);
            assertThat(shortAt(piece, 0)).isEqualTo(Math.round(0.5 * 32_767));
            assertThat(audio.read(new Region(500, 505), 96, piece)).isEqualTo(64);
            assertThat(shortAt(piece, 0)).isEqualTo(Math.round(8_048 / 16_000.0 * 32_767));
            assertThat(audio.read(new Region(500, 505), 160, piece)).isZero();
        }
    }

    @Test
    void regionBeyondTheEndEndsThere() throws IOException {
        try (SpeechAudio audio = open(ONE_SECOND)) {
            assertThat(audio.durationMs()).isEqualTo(1_000);
            assertThat(audio.read(new Region(999, 1_500), 0, new byte[500])).isEqualTo(32);
            assertThat(audio.read(new Region(1_200, 1_500), 0, new byte[500])).isZero();
        }
    }

    @Test
    void otherChunksAreSkipped() throws IOException {
        try (SpeechAudio audio = open(Wav.withExtraChunk(ONE_SECOND))) {
            byte[] piece = new byte[2];
            audio.read(new Region(500, 501), 0, piece);

            assertThat(audio.durationMs()).isEqualTo(1_000);
            assertThat(shortAt(piece, 0)).isEqualTo(Math.round(0.5 * 32_767));
        }
    }

    @Test
    void headerOfASplitOffChannelIsUnderstood() throws IOException {
        try (SpeechAudio audio = open(Wav.extensible(ONE_SECOND))) {
            byte[] piece = new byte[2];
            audio.read(new Region(500, 501), 0, piece);

            assertThat(audio.durationMs()).isEqualTo(1_000);
            assertThat(shortAt(piece, 0)).isEqualTo(Math.round(0.5 * 32_767));
        }
    }

    @Test
    void fileOfUnknownLengthIsReadToItsEnd() throws IOException {
        try (SpeechAudio audio = open(Wav.withoutLength(ONE_SECOND))) {
            assertThat(audio.durationMs()).isEqualTo(1_000);
        }
    }

    @Test
    void telephoneRateIsRefusedInsteadOfHeardAsSilence() {
        assertThatThrownBy(() -> open(Wav.pcm(8_000, 1, 8_000, moment -> 0)))
                .isInstanceOf(UnusableAudio.class)
                .hasMessageContaining("8000 Hz, 1 channels, 16 bits");
    }

    @Test
    void twoChannelsInOneTrackAreRefused() {
        assertThatThrownBy(() -> open(Wav.pcm(16_000, 2, 16_000, moment -> 0))).isInstanceOf(UnusableAudio.class);
    }

    @Test
    void otherSamplesThanLinearOnesAreRefused() {
        assertThatThrownBy(() -> open(Wav.file(7, 1, 16_000, 8, new byte[100]))).isInstanceOf(UnusableAudio.class);
    }

    @Test
    void fileThatEndsTooEarlyIsRefused() {
        assertThatThrownBy(() -> open(Arrays.copyOf(ONE_SECOND, 20_000)))
                .isInstanceOf(UnusableAudio.class)
                .hasMessageContaining("ends after 19956 of 32000 bytes");
    }

    @Test
    void fileThatIsNoSoundIsRefused() {
        assertThatThrownBy(() -> open("<html>Bad gateway</html>".getBytes())).isInstanceOf(UnusableAudio.class);
        assertThatThrownBy(() -> open(new byte[0])).isInstanceOf(UnusableAudio.class);
        assertThatThrownBy(() -> open(Arrays.copyOf(ONE_SECOND, 36))).isInstanceOf(UnusableAudio.class);
    }

    @Test
    void nothingOfItIsLeftOnDisk() throws IOException {
        try (SpeechAudio audio = open(ONE_SECOND)) {
            assertThat(audio.durationMs()).isPositive();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private SpeechAudio open(byte[] wav) throws IOException {
        FileChannel file = ScratchFile.open(folder);
        file.write(ByteBuffer.wrap(wav));
        return SpeechAudio.ofWav(file);
    }

    private static long shortAt(byte[] bytes, int at) {
        return (short) (Byte.toUnsignedInt(bytes[at]) | bytes[at + 1] << 8);
    }
}
