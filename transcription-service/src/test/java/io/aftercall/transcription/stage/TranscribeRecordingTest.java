package io.aftercall.transcription.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.Speaker;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.SpeechTrack.Span;
import io.aftercall.events.Stage;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import io.aftercall.transcription.AgainstRealParts;
import io.aftercall.transcription.Calls;
import io.aftercall.transcription.Service;
import io.aftercall.transcription.Sounds;
import io.aftercall.transcription.audio.Wav;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class TranscribeRecordingTest {

    @Inject
    Service service;

    private final Calls call = Calls.next();

    @AfterEach
    void noAudioIsLeftLyingAbout() {
        await().until(() -> service.scratchFiles().isEmpty());
    }

    @Test
    void voicemailIsTheCustomersWord() {
        service.send(call.leftAsVoicemail().recorded(1, List.of(hello())));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);

        assertThat(outcome.text()).isEqualTo("Hello");
        assertThat(outcome.utterances()).singleElement().satisfies(said -> {
            assertThat(said.speaker()).isEqualTo(Speaker.CUSTOMER);
            assertThat(said.startMs()).isBetween(800L, 1_100L);
            assertThat(said.confidence()).isGreaterThan(0.7);
        });
    }

    @Test
    void whatIsHeardInAMixedRecordingIsNobodysInParticular() {
        service.send(call.recorded(1, List.of(hello())));

        assertThat(service.awaitAnnounced(call.callSid(), 1).utterances())
                .extracting(Utterance::speaker)
                .containsExactly(Speaker.UNKNOWN);
    }

    @Test
    void silenceAndNoiseGiveAnEmptyTranscript() {
        byte[] silence = Wav.speech(3_000, moment -> 0);
        SpeechTrack mapped = service.recordings().serve(0, silence, List.of(new Span(0, 3_000)));
        SpeechTrack noise = service.recordings().serve(1, Sounds.noise(), List.of());

        service.send(call.recorded(1, List.of(mapped, noise)));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);
        assertThat(outcome.status()).isEqualTo(OutcomeStatus.COMPLETED);
        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.utterances()).isEmpty();
    }

    @Test
    void callWithoutARecordingIsSkippedAtOnce() {
        service.send(call.event(1, RecordingOutcome.skipped("unanswered", "Nobody answered.")));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);

        assertThat(outcome.status()).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(outcome.reason()).isEqualTo("no_audio");
        assertThat(outcome.message()).contains("unanswered");
        assertThat(service.attempts(call.callSid(), 1)).isZero();
    }

    @Test
    void callWhoseRecordingFailedIsSkippedToo() {
        service.send(call.event(1, RecordingOutcome.failed("not_found", "Twilio has it no more.")));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);

        assertThat(outcome.reason()).isEqualTo("no_audio");
        assertThat(outcome.message()).contains("not_found");
    }

    @Test
    void languageNobodyHereKnowsIsSkipped() {
        service.send(call.speaking("he-IL").recorded(1, List.of(hello())));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);

        assertThat(outcome.status()).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(outcome.reason()).isEqualTo("language_unsupported");
    }

    @Test
    void callOfNobodyIsHeardInTheDefaultLanguage() {
        service.send(call.ofNobody().recorded(1, List.of(hello())));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);

        assertThat(outcome.text()).isEqualTo("Hello");
        assertThat(outcome.language()).isEqualTo("en");
    }

    @Test
    void audioThatIsNotThereYetIsTriedAgain() {
        SpeechTrack track = service.recordings().serveAfterOneError(0, Sounds.hello());

        service.send(call.recorded(1, List.of(track)));

        assertThat(service.awaitAnnounced(call.callSid(), 1).text()).isEqualTo("Hello");
        assertThat(service.attempts(call.callSid(), 1)).isEqualTo(2);
    }

    @Test
    void audioThatNeverComesFailsTheStageAfterTheLastAttempt() {
        SpeechTrack track = service.recordings().refuse(500);

        service.send(call.recorded(1, List.of(track)));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);
        assertThat(outcome.status()).isEqualTo(OutcomeStatus.FAILED);
        assertThat(outcome.reason()).isEqualTo("audio_unavailable");
        assertThat(outcome.message()).isEqualTo("recording-service answered 500.");
        assertThat(service.recordings().requestsFor(track)).isEqualTo(3);
    }

    @Test
    void audioThatIsGoneFailsTheStageAtOnce() {
        SpeechTrack track = service.recordings().refuse(404);

        service.send(call.recorded(1, List.of(track)));

        assertThat(service.awaitAnnounced(call.callSid(), 1).reason()).isEqualTo("audio_unavailable");
        assertThat(service.recordings().requestsFor(track)).isEqualTo(1);
    }

    @Test
    void trackAtTelephoneRateFailsTheStageInsteadOfBeingHeardAsSilence() {
        byte[] telephone = Wav.pcm(8_000, 1, 8_000, moment -> 0.1);

        service.send(call.recorded(1, List.of(service.recordings().serve(0, telephone, List.of()))));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);
        assertThat(outcome.reason()).isEqualTo("unusable_audio");
        assertThat(outcome.message()).contains("8000 Hz");
        assertThat(service.attempts(call.callSid(), 1)).isEqualTo(1);
    }

    @Test
    void originalThatCannotBeConvertedHereFailsTheStageAtOnce() {
        byte[] mp3 = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0};

        service.send(call.recorded(1, List.of(service.recordings().serve(null, mp3, List.of()))));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);
        assertThat(outcome.reason()).isEqualTo("unconverted_audio");
        assertThat(service.attempts(call.callSid(), 1)).isEqualTo(1);
    }

    @Test
    void revisionThatStartsLaterAnnouncesTheTranscriptAgainWithoutListening() {
        SpeechTrack track = hello();
        service.send(call.recorded(1, List.of(track)));
        TranscriptionOutcome first = service.awaitAnnounced(call.callSid(), 1);

        service.send(call.startingFrom(Stage.SUMMARY).recorded(2, List.of(track)));

        assertThat(service.awaitAnnounced(call.callSid(), 2)).isEqualTo(first);
        assertThat(service.recordings().requestsFor(track)).isEqualTo(1);
        assertThat(service.rows("transcript", call.callSid())).isEqualTo(2);
    }

    @Test
    void revisionThatStartsLaterListensWhereThereWasNothingToHearBefore() {
        service.send(call.event(1, RecordingOutcome.failed("not_found", "Twilio has it no more.")));
        service.awaitAnnounced(call.callSid(), 1);

        service.send(call.startingFrom(Stage.SUMMARY).recorded(2, List.of(hello())));

        assertThat(service.awaitAnnounced(call.callSid(), 2).text()).isEqualTo("Hello");
    }

    @Test
    void reprocessedTranscriptionListensAnew() {
        SpeechTrack track = hello();
        service.send(call.recorded(1, List.of(track)));
        service.awaitAnnounced(call.callSid(), 1);

        service.send(call.startingFrom(Stage.TRANSCRIPTION).recorded(2, List.of(track)));

        service.awaitAnnounced(call.callSid(), 2);
        assertThat(service.recordings().requestsFor(track)).isEqualTo(2);
    }

    private SpeechTrack hello() {
        return service.recordings().serve(0, Sounds.hello(), List.of());
    }
}
