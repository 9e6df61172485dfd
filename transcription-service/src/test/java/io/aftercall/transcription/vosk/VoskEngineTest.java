package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aftercall.chassis.work.StageFailure;
import io.aftercall.events.SpeechTrack.Span;
import io.aftercall.transcription.SampleTracks;
import io.aftercall.transcription.audio.ChannelAudio;
import io.aftercall.transcription.audio.OpenAudio;
import io.aftercall.transcription.audio.Region;
import io.aftercall.transcription.audio.SpeechAudio;
import io.aftercall.transcription.audio.Wav;
import io.aftercall.transcription.engine.Heard;
import io.aftercall.transcription.engine.Phrase;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real library with the real model. */
class VoskEngineTest {

    private static final VoskConfig CONFIG = new EnglishIn(Optional.empty());
    private static final VoskModel MODEL = new VoskModel(CONFIG);
    private static final VoskEngine ENGINE = new VoskEngine(MODEL, CONFIG);

    @TempDir
    Path folder;

    @AfterAll
    static void freeTheModel() {
        MODEL.close();
    }

    @Test
    void timesAreThoseOfTheRecordingAlthoughSilenceWasSkipped() throws Exception {
        SampleTracks.Track customer =
                SampleTracks.of("inbound-plumber-chicago").tracks().get(0);
        try (ChannelAudio audio = OpenAudio.track(customer.wav(), customer.silences(), folder)) {
            Heard heard = ENGINE.listen(audio.audio(), audio.regions(), "en");

            Phrase last = heard.phrases().get(heard.phrases().size() - 1);
            assertThat(last.text()).startsWith("Yes tomorrow morning").endsWith("arrive");
            assertThat(last.startMs()).isBetween(27_940L, 28_300L);
            assertThat(last.endMs()).isBetween(31_900L, 32_300L);
        }
    }

    @Test
    void regionWithoutSilenceAroundItLosesNoTimeEither() throws Exception {
        SampleTracks.Track customer =
                SampleTracks.of("inbound-plumber-chicago").tracks().get(0);
        try (ChannelAudio audio = OpenAudio.track(customer.wav(), List.of(), folder)) {
            Heard heard = ENGINE.listen(audio.audio(), List.of(new Region(18_000, 20_800)), "en");

            assertThat(heard.phrases()).singleElement().satisfies(phrase -> {
                assertThat(phrase.text()).startsWith("I live in chicago");
                assertThat(phrase.startMs()).isBetween(18_200L, 18_600L);
            });
        }
    }

    @Test
    void sameSoundGivesTheSameWordsEveryTime() throws Exception {
        SampleTracks.Track voicemail =
                SampleTracks.of("inbound-mono-voicemail").tracks().get(0);
        try (ChannelAudio audio = OpenAudio.track(voicemail.wav(), voicemail.silences(), folder)) {
            Heard once = ENGINE.listen(audio.audio(), audio.regions(), "en");
            Heard again = ENGINE.listen(audio.audio(), audio.regions(), "en");

            assertThat(again).isEqualTo(once);
            assertThat(once.phrases()).isNotEmpty();
        }
    }

    static Stream<Arguments> soundsThatAreNoSpeech() {
        Random random = new Random(5);
        IntToDoubleFunction faint = moment -> 0.002 * random.nextGaussian();
        return Stream.of(
                Arguments.of("silence", (IntToDoubleFunction) moment -> 0),
                Arguments.of("faint hiss", faint),
                Arguments.of("white noise", (IntToDoubleFunction) moment -> 0.02 * random.nextGaussian()),
                Arguments.of("loud noise", (IntToDoubleFunction) moment -> 0.3 * random.nextGaussian()),
                Arguments.of(
                        "dial tone", (IntToDoubleFunction) moment -> 0.2 * tone(350, moment) + 0.2 * tone(440, moment)),
                Arguments.of("beep", (IntToDoubleFunction)
                        moment -> 0.4 * tone(1_000, moment) + faint.applyAsDouble(moment)),
                Arguments.of("knocks", (IntToDoubleFunction) moment ->
                        0.5 * Math.exp(-(moment % 3_200) / 200.0) * tone(150, moment) + faint.applyAsDouble(moment)),
                Arguments.of("hum", (IntToDoubleFunction) moment -> 0.1 * tone(120, moment)
                        + 0.05 * tone(240, moment)
                        + 0.03 * tone(360, moment)
                        + faint.applyAsDouble(moment)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundsThatAreNoSpeech")
    void noWordsAreInventedForNoise(String name, IntToDoubleFunction sound) throws Exception {
        for (int millis : new int[] {700, 1_500, 3_000, 30_000}) {
            try (ChannelAudio audio = OpenAudio.track(Wav.speech(millis, sound), List.of(), folder)) {
                assertThat(ENGINE.listen(audio.audio(), audio.regions(), "en").phrases())
                        .as("%s, %d ms", name, millis)
                        .isEmpty();
            }
        }
    }

    @Test
    void silenceTheMapTellsOfDoesNotEvenWakeTheModel() throws Exception {
        VoskModel asleep = new VoskModel(CONFIG);
        asleep.close();
        try (ChannelAudio audio =
                OpenAudio.track(Wav.speech(2_000, moment -> 0), List.of(new Span(0, 2_000)), folder)) {
            Heard heard = new VoskEngine(asleep, CONFIG).listen(audio.audio(), audio.regions(), "en");

            assertThat(heard.phrases()).isEmpty();
        }
    }

    @Test
    void interruptedListenerStops() throws Exception {
        try (ChannelAudio audio = OpenAudio.track(Wav.speech(2_000, moment -> 0), List.of(), folder)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> ENGINE.listen(audio.audio(), audio.regions(), "en"))
                    .isInstanceOfAny(InterruptedException.class, ClosedByInterruptException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void modelThatIsBrokenFailsTheAttemptAndIsTriedAgain() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("vosk-model-broken"));
        Files.createDirectory(broken.resolve("am"));
        Files.writeString(broken.resolve("am/final.mdl"), "half a model");
        VoskConfig config = new EnglishIn(Optional.of(broken));
        VoskEngine engine = new VoskEngine(new VoskModel(config), config);
        try (ChannelAudio audio = OpenAudio.track(Wav.speech(500, moment -> 0), List.of(), folder)) {
            StageFailure failure =
                    catchThrowableOfType(StageFailure.class, () -> engine.listen(audio.audio(), audio.regions(), "en"));

            assertThat(failure.reason()).isEqualTo("engine_failed");
            assertThat(failure.isPassing()).isTrue();
            assertThat(failure).hasMessageContaining("vosk-model-broken");
        }
    }

    @Test
    void onlyEnglishIsKnown() {
        assertThat(ENGINE.knows("en")).isTrue();
        assertThat(ENGINE.knows("en-US")).isTrue();
        assertThat(ENGINE.knows("he")).isFalse();
        assertThat(ENGINE.knows("not a language")).isFalse();
    }

    private static double tone(double hertz, int moment) {
        return Math.sin(2 * Math.PI * hertz * moment / SpeechAudio.SAMPLE_RATE);
    }

    private record EnglishIn(Optional<Path> modelFolder) implements VoskConfig {

        @Override
        public String language() {
            return "en";
        }
    }
}
