package io.aftercall.embedded.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavAudioTest {

    @TempDir
    Path folder;

    @Test
    void theFourSamplesAreCallsOfTheDemoBusiness() {
        assertThat(SampleCall.all()).hasSize(4).allSatisfy(sample -> {
            String business = sample.direction() == CallDirection.INBOUND ? sample.to() : sample.from();
            assertThat(business).isEqualTo("+13125550100");
            assertThat(sample.spokenText()).isNotBlank();
            assertThat(sample.audio().duration()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(40));
        });
        Set<String> cities = SampleCall.all().stream()
                .map(sample -> sample.expected().city())
                .collect(Collectors.toSet());
        assertThat(cities).containsExactlyInAnyOrder("Chicago", "Boston", "Denver", "Seattle");
        assertThat(SampleCall.named("inbound-mono-voicemail").audio().channels())
                .isEqualTo(1);
    }

    @Test
    void bothChannelsAreHeardInTheMix() {
        WavAudio stereo = WavAudio.parse("stereo", wav(1, 2, 16, new short[] {100, 300, -200, -400}));

        WavAudio mono = WavAudio.parse("mono", stereo.mono().bytes());

        ByteBuffer samples = ByteBuffer.wrap(mono.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(mono.channels()).isEqualTo(1);
        assertThat(samples.getShort(44)).isEqualTo((short) 200);
        assertThat(samples.getShort(46)).isEqualTo((short) -300);
        assertThat(mono.mono()).isSameAs(mono);
    }

    @Test
    void whatIsNoRecordingIsRefusedWithTheReason() {
        byte[] good = wav(1, 1, 16, new short[8]);
        byte[] text =
                "This is a text file and certainly not audio, whatever it is called.".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> WavAudio.parse("notes.wav", text))
                .isInstanceOf(NotAWavFile.class)
                .hasMessageContaining("notes.wav is not a WAV file");
        assertThatThrownBy(() -> WavAudio.parse("ulaw.wav", wav(7, 1, 8, new short[8])))
                .hasMessageContaining("ffmpeg -i ulaw.wav -c:a pcm_s16le");
        assertThatThrownBy(() -> WavAudio.parse("six.wav", wav(1, 6, 16, new short[12])))
                .hasMessageContaining("6 channels");
        assertThatThrownBy(() -> WavAudio.parse("empty.wav", wav(1, 1, 16, new short[0])))
                .hasMessageContaining("holds no audio");
        assertThatThrownBy(() -> WavAudio.parse("short.wav", Arrays.copyOf(good, 20)))
                .isInstanceOf(NotAWavFile.class);
        byte[] noData = good.clone();
        noData[36] = 'x';
        assertThatThrownBy(() -> WavAudio.parse("nodata.wav", noData)).hasMessageContaining("no \"data\" part");
    }

    @Test
    void aLengthThatLiesIsTheLengthThatIsThere() {
        byte[] file = wav(1, 1, 16, new short[8000]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

        assertThat(WavAudio.parse("streamed.wav", file).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aFileOfTheUsersIsACall() throws Exception {
        Path file = Files.write(folder.resolve("mine.wav"), wav(1, 1, 16, new short[16000]));

        SampleCall call = SampleCall.fromFile(file, CallDirection.parse("outbound"), "+13125550100", "+13125550142");

        assertThat(call.name()).isEqualTo("mine.wav");
        assertThat(call.audio().duration()).isEqualTo(Duration.ofSeconds(2));
        assertThatThrownBy(() -> SampleCall.fromFile(folder.resolve("none.wav"), CallDirection.INBOUND, "+1", "+2"))
                .isInstanceOf(NotAWavFile.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> CallDirection.parse("sideways")).hasMessageContaining("inbound or outbound");
    }

    /** A WAV file of 8 kHz. */
    static byte[] wav(int format, int channels, int bits, short[] samples) {
        ByteBuffer out = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        int frame = channels * bits / 8;
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length * 2);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) format).putShort((short) channels).putInt(8000).putInt(8000 * frame);
        out.putShort((short) frame).putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length * 2);
        for (short sample : samples) {
            out.putShort(sample);
        }
        return out.array();
    }
}
