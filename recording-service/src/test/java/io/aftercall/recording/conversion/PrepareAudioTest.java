package io.aftercall.recording.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aftercall.chassis.work.StageFailure;
import io.aftercall.embedded.ffmpeg.FfmpegBinary;
import io.aftercall.events.SpeechTrack.Span;
import io.aftercall.recording.Samples;
import io.aftercall.recording.conversion.ConvertedAudio.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of audio and of non-audio through the real ffmpeg. */
class PrepareAudioTest {

    @TempDir
    Path folder;

    private final RunFfmpeg runFfmpeg =
            new RunFfmpeg(new Program(FfmpegBinary.locate().toString(), Duration.ofSeconds(30)));

    @AfterEach
    void stop() {
        runFfmpeg.stop();
    }

    @Test
    void stereoBecomesTwoTracksAnMp3AndASilenceMap() throws Exception {
        ConvertedAudio audio = prepare(Samples.stereo());

        assertThat(audio.format()).isEqualTo(new AudioFormat("wav", 2, 36_578));
        assertThat(audio.durationMs()).isBetween(36_575L, 36_585L);
        assertThat(audio.playback()).isNotEmptyFile();
        assertThat(audio.tracks()).extracting(Track::channel).containsExactly(0, 1);
        assertThat(audio.tracks()).allSatisfy(track -> {
            WavHeader header = WavHeader.read(track.file()).orElseThrow();
            assertThat(header.channels()).isEqualTo(1);
            assertThat(header.bytesPerSecond()).isEqualTo(32_000);
        });
        // The customer's first words are at 6.64 s, the agent's at 0.8 s.
        assertThat(firstSilence(audio, 0).endMs()).isBetween(6_400L, 7_000L);
        assertThat(firstSilence(audio, 1).endMs()).isBetween(600L, 1_200L);
    }

    @Test
    void sameInputGivesTheSameBytes() throws Exception {
        ConvertedAudio first = prepare(Samples.mono());
        byte[] mp3 = Files.readAllBytes(first.playback());
        byte[] track = Files.readAllBytes(first.tracks().get(0).file());

        ConvertedAudio second = prepare(Samples.mono());

        assertThat(second.playback()).hasBinaryContent(mp3);
        assertThat(second.tracks().get(0).file()).hasBinaryContent(track);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -ac 1 -ar 8000 -c:a pcm_mulaw -f wav  | wav | 1
            -ac 2 -ar 8000 -c:a pcm_mulaw -f wav  | wav | 2
            -ac 2 -ar 8000 -c:a pcm_alaw -f wav   | wav | 2
            -ac 1 -ar 48000 -c:a pcm_s16le -f wav | wav | 1
            -ac 2 -ar 48000 -c:a pcm_s24le -f wav | wav | 2
            -ac 2 -ar 44100 -c:a pcm_f32le -f wav | wav | 2
            -ac 1 -ar 16000 -c:a libmp3lame -f mp3 | mp3 | 1
            -ac 2 -ar 44100 -c:a libmp3lame -f mp3 | mp3 | 2
            """)
    void everyFormatOfTelephonyIsConverted(String arguments, String container, int channels) throws Exception {
        byte[] made = made("sine=frequency=440:duration=2", arguments.split(" "));

        ConvertedAudio audio = prepare(made);

        assertThat(audio.unconvertedReason()).isNull();
        assertThat(audio.format().container()).isEqualTo(container);
        assertThat(audio.channels()).isEqualTo(channels);
        assertThat(audio.tracks()).hasSize(channels);
        assertThat(audio.durationMs()).isBetween(1_950L, 2_150L);
        assertThat(audio.tracks().get(0).silences()).isEmpty();
    }

    @Test
    void moreChannelsThanACallHasAreMixedIntoOne() throws Exception {
        ConvertedAudio audio = prepare(made("sine=duration=1", "-ac", "6", "-f", "wav"));

        assertThat(audio.channels()).isEqualTo(1);
        assertThat(audio.tracks()).hasSize(1);
    }

    @Test
    void speechTracksArePlainPcmOfOneChannelAt16Kilohertz() throws Exception {
        ConvertedAudio audio = prepare(Samples.stereo());

        assertThat(audio.tracks()).hasSize(2).allSatisfy(track -> {
            ByteBuffer head = ByteBuffer.wrap(Files.readAllBytes(track.file())).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(head.getShort(20)).as("format: PCM, not extensible").isEqualTo((short) 1);
            assertThat(head.getShort(22)).as("channels").isEqualTo((short) 1);
            assertThat(head.getInt(24)).as("sample rate").isEqualTo(16_000);
        });
    }

    @Test
    void silenceIsOneSpanFromBeginningToEnd() throws Exception {
        ConvertedAudio audio = prepare(made("anullsrc=r=8000:cl=mono", "-t", "3", "-f", "wav"));

        assertThat(audio.tracks().get(0).silences()).containsExactly(new Span(0, 3_000));
    }

    @Test
    void wavWithoutItsEndIsConvertedAsFarAsItGoes() throws Exception {
        ConvertedAudio audio = prepare(Arrays.copyOf(Samples.stereo(), 44 + 32_000 * 5));

        assertThat(audio.unconvertedReason()).isNull();
        assertThat(audio.durationMs()).isBetween(4_990L, 5_010L);
    }

    @Test
    void wavOfAnUnknownCodecGoesOnAsItIs() throws Exception {
        byte[] strange = Samples.mono();
        strange[20] = 0x77;
        strange[21] = 0x77;

        ConvertedAudio audio = prepare(strange);

        assertThat(audio.unconvertedReason()).isEqualTo("ffmpeg_failed");
        assertThat(audio.channels()).isEqualTo(1);
        assertThat(audio.tracks()).isEmpty();
        assertThat(audio.playback()).isNull();
    }

    static Stream<Arguments> whatIsNoAudio() {
        byte[] wav = Samples.mono();
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("one byte", new byte[] {'R'}),
                Arguments.of("text", Samples.text()),
                Arguments.of("a web page", ascii("<!DOCTYPE html><html><body>Sorry</body></html>".repeat(500))),
                Arguments.of("JSON", ascii("{\"code\":20404,\"message\":\"not found\"}")),
                Arguments.of("a header cut short", Arrays.copyOf(wav, 30)),
                Arguments.of("a header and nothing behind it", Arrays.copyOf(wav, 44)),
                Arguments.of("RIFF that is no WAVE", ascii("RIFF0000AVI LIST0000".repeat(100))),
                Arguments.of("a playlist", ascii("#EXTM3U\n#EXTINF:10,\n/etc/hostname\n#EXT-X-ENDLIST\n")),
                Arguments.of("a list of files", ascii("ffconcat version 1.0\nfile /etc/hostname\n")),
                Arguments.of("noise", noise()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoAudio")
    void whatIsNoAudioIsRefusedForGood(String name, byte[] content) {
        StageFailure failure = catchThrowableOfType(StageFailure.class, () -> prepare(content));

        assertThat(failure.reason()).isEqualTo("not_audio");
        assertThat(failure.isPassing()).isFalse();
    }

    @Test
    void withoutFfmpegAWavIsStillToldFromText() throws Exception {
        RunFfmpeg gone = new RunFfmpeg(new Program("/nowhere/ffmpeg", Duration.ofSeconds(5)));

        assertThat(prepare(gone, Samples.stereo()).unconvertedReason()).isEqualTo("ffmpeg_missing");
        assertThat(catchThrowableOfType(StageFailure.class, () -> prepare(gone, Samples.text()))
                        .reason())
                .isEqualTo("not_audio");
    }

    private static Span firstSilence(ConvertedAudio audio, int channel) {
        List<Span> silences = audio.tracks().get(channel).silences();
        assertThat(silences.get(0).startMs()).isZero();
        return silences.get(0);
    }

    private ConvertedAudio prepare(byte[] content) throws IOException, InterruptedException {
        return prepare(runFfmpeg, content);
    }

    private ConvertedAudio prepare(RunFfmpeg ffmpeg, byte[] content) throws IOException, InterruptedException {
        Path original = Files.write(folder.resolve("download"), content);
        return new PrepareAudio(new InspectAudio(ffmpeg), new ConvertAudio(ffmpeg)).prepare(original, folder);
    }

    private byte[] made(String source, String... arguments) throws Exception {
        Path file = folder.resolve("made");
        Stream<String> command = Stream.of(
                        Stream.of("-v", "error", "-y", "-f", "lavfi", "-i", source),
                        Arrays.stream(arguments),
                        Stream.of(file.toString()))
                .flatMap(part -> part);
        runFfmpeg.run(command.toList());
        return Files.readAllBytes(file);
    }

    private static byte[] noise() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private record Program(String ffmpeg, Duration conversionTimeLimit) implements ConversionConfig {}
}
