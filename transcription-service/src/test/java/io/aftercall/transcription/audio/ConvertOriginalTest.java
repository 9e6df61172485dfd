package io.aftercall.transcription.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertOriginalTest {

    private static final int SECOND = 8_000;

    @TempDir
    Path folder;

    @Test
    void channelsOfATelephoneRecordingAreSplitAndResampled() throws IOException {
        byte[] left = sine(SECOND, 440);
        byte[] stereo = interleaved(left, new byte[left.length]);

        List<SpeechAudio> channels = OpenAudio.original(Wav.file(1, 2, SECOND, 16, stereo), folder);

        assertThat(channels)
                .extracting(SpeechAudio::durationMs)
                .allSatisfy(ms -> assertThat(ms).isBetween(995L, 1_005L));
        assertThat(zeroCrossings(channels.get(0))).isBetween(430, 450);
        assertThat(loudest(channels.get(0))).isBetween(15_000, 18_000);
        assertThat(loudest(channels.get(1))).isZero();
        close(channels);
    }

    @Test
    void muLawIsUnderstood() throws IOException {
        byte[] samples = new byte[SECOND];
        for (int moment = 0; moment < SECOND; moment++) {
            // 0x00 is the lowest and 0x80 the highest value: a square wave of 100 Hz.
            samples[moment] = (byte) (moment / 40 % 2 == 0 ? 0x80 : 0x00);
        }

        List<SpeechAudio> channels = OpenAudio.original(Wav.file(7, 1, SECOND, 8, samples), folder);

        assertThat(zeroCrossings(channels.get(0))).isBetween(95, 110);
        assertThat(loudest(channels.get(0))).isGreaterThan(30_000);
        close(channels);
    }

    @Test
    void whatIsNoWavFileIsRefused() {
        assertThatThrownBy(() -> OpenAudio.original(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0}, folder))
                .isInstanceOf(UnusableAudio.class);
        assertThatThrownBy(() -> OpenAudio.original(new byte[0], folder)).isInstanceOf(UnusableAudio.class);
    }

    @Test
    void headerThatWouldBlowTheAudioUpIsRefused() {
        assertThatThrownBy(() -> OpenAudio.original(Wav.file(1, 1, 10, 16, new byte[2_000]), folder))
                .isInstanceOf(UnusableAudio.class)
                .hasMessageContaining("1 channels at 10 Hz");
        assertThatThrownBy(() -> OpenAudio.original(Wav.file(1, 6, SECOND, 16, new byte[1_200]), folder))
                .isInstanceOf(UnusableAudio.class);
    }

    @Test
    void nothingOfItIsLeftOnDisk() throws IOException {
        close(OpenAudio.original(Wav.pcm(SECOND, 2, SECOND, moment -> 0), folder));

        assertThat(folder).isEmptyDirectory();
    }

    private static void close(List<SpeechAudio> channels) throws IOException {
        for (SpeechAudio channel : channels) {
            channel.close();
        }
    }

    private static byte[] sine(int rate, double hertz) {
        ByteBuffer samples = ByteBuffer.allocate(rate * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int moment = 0; moment < rate; moment++) {
            samples.putShort((short) (16_384 * Math.sin(2 * Math.PI * hertz * moment / rate)));
        }
        return samples.array();
    }

    private static byte[] interleaved(byte[] left, byte[] right) {
        ByteBuffer both = ByteBuffer.allocate(left.length * 2);
        for (int at = 0; at < left.length; at += 2) {
            both.put(left, at, 2).put(right, at, 2);
        }
        return both.array();
    }

    private static int zeroCrossings(SpeechAudio audio) throws IOException {
        short[] samples = samples(audio);
        int crossings = 0;
        for (int at = 1; at < samples.length; at++) {
            if (samples[at - 1] < 0 && samples[at] >= 0) {
                crossings++;
            }
        }
        return crossings;
    }

    private static int loudest(SpeechAudio audio) throws IOException {
        int loudest = 0;
        for (short sample : samples(audio)) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }

    private static short[] samples(SpeechAudio audio) throws IOException {
        byte[] bytes = new byte[(int) audio.durationMs() * 32];
        int read = audio.read(new Region(0, audio.durationMs()), 0, bytes);
        short[] samples = new short[read / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
