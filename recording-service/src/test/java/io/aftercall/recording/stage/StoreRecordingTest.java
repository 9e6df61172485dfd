package io.aftercall.recording.stage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.events.CallEnded;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.SpeechTrack;
import io.aftercall.recording.AgainstRealParts;
import io.aftercall.recording.Calls;
import io.aftercall.recording.Samples;
import io.aftercall.recording.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One call at a time: what Twilio does, and what is announced. */
@QuarkusTest
@AgainstRealParts
class StoreRecordingTest {

    @Inject
    Service service;

    private final Calls call = Calls.next();

    @AfterEach
    void noTemporaryFileIsLeft() {
        await().untilAsserted(
                        () -> assertThat(service.temporaryFiles(call.callSid())).isEmpty());
    }

    @Test
    void recordingIsDownloadedConvertedKeptAndAnnounced() {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        CallEnded event = call.recorded(1);

        service.send(event);

        RecordingStored stored = service.awaitAnnounced(call.callSid(), 1);
        assertThat(stored.context()).isEqualTo(event.context());
        RecordingOutcome recording = stored.recording();
        assertThat(recording.status()).isEqualTo(OutcomeStatus.COMPLETED);
        assertThat(recording.recordingSid()).isEqualTo(call.recordingSid());
        assertThat(recording.channels()).isEqualTo(2);
        assertThat(recording.durationMs()).isBetween(36_575L, 36_585L);
        assertThat(recording.sizeBytes()).isEqualTo(Samples.stereo().length);
        assertThat(recording.sha256()).hasSize(64);
        assertThat(recording.playbackPath()).isEqualTo("/api/recordings/file/" + call.callSid());
        assertThat(recording.unconvertedReason()).isNull();
        assertThat(recording.tracks()).extracting(SpeechTrack::channel).containsExactly(0, 1);
        assertThat(recording.tracks())
                .allSatisfy(track -> assertThat(track.silences()).isNotEmpty());
        assertThat(service.keptFiles(call.callSid()))
                .extracting(path -> path.getFileName().toString())
                .contains("original.wav", "playback.mp3", "channel-0.wav", "channel-1.wav");
    }

    @Test
    void recordingOfOneChannelIsAskedForAsSuch() {
        service.twilio().serveMono(call.recordingSid(), Samples.mono());

        service.send(call.recorded(1));

        RecordingOutcome recording = service.awaitAnnounced(call.callSid(), 1).recording();
        assertThat(recording.channels()).isEqualTo(1);
        assertThat(recording.tracks()).extracting(SpeechTrack::channel).containsExactly(0);
        assertThat(service.twilio().asked(call.recordingSid(), "RequestedChannels"))
                .containsExactly("2", "1");
    }

    @Test
    void recordingThatIsNotThereYetIsTriedAgain() {
        service.twilio().serveAfterMisses(call.recordingSid(), 2, Samples.mono());

        service.send(call.recorded(1));

        assertThat(service.awaitAnnounced(call.callSid(), 1).recording().completed())
                .isTrue();
        assertThat(service.twilio().requestsFor(call.recordingSid())).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"404, not_found, 3", "503, download_failed, 3", "403, forbidden, 1", "410, not_found, 1"})
    void refusalIsTriedAgainOnlyWhereThatCanHelp(int status, String reason, int requests) {
        service.twilio().answer(call.recordingSid(), aResponse().withStatus(status));

        service.send(call.recorded(1));

        RecordingOutcome recording = service.awaitAnnounced(call.callSid(), 1).recording();
        assertThat(recording.failed()).isTrue();
        assertThat(recording.reason()).isEqualTo(reason);
        assertThat(recording.message()).isNotBlank();
        assertThat(service.twilio().requestsFor(call.recordingSid())).isEqualTo(requests);
    }

    @Test
    void textNamedWavFailsAtOnce() {
        service.twilio().serve(call.recordingSid(), Samples.text());

        service.send(call.recorded(1));

        RecordingOutcome recording = service.awaitAnnounced(call.callSid(), 1).recording();
        assertThat(recording.reason()).isEqualTo("not_audio");
        assertThat(service.twilio().requestsFor(call.recordingSid())).isEqualTo(1);
        assertThat(service.keptFiles(call.callSid())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "completed, OFF, SKIPPED, recording_off",
        "completed, ABSENT, SKIPPED, recording_absent",
        "completed, FAILED, FAILED, twilio_failed",
        "completed, OVERDUE, FAILED, recording_overdue",
        "no-answer, OVERDUE, SKIPPED, unanswered",
        "busy, ABSENT, SKIPPED, unanswered"
    })
    void callWithoutRecordingIsSettledAtOnce(String callStatus, State state, OutcomeStatus status, String reason) {
        service.send(call.ended(callStatus).unrecorded(state));

        RecordingOutcome recording = service.awaitAnnounced(call.callSid(), 1).recording();
        assertThat(recording.status()).isEqualTo(status);
        assertThat(recording.reason()).isEqualTo(reason);
    }

    @Test
    void idThatIsNoneOfTwiliosReachesNeitherTwilioNorTheDisk() {
        Calls crooked = new Calls(call.callSid(), "../../" + call.recordingSid(), "completed");

        service.send(crooked.recorded(1));

        assertThat(service.awaitAnnounced(call.callSid(), 1).recording().failed())
                .isTrue();
        assertThat(service.keptFiles(call.callSid())).isEmpty();
    }

    @Test
    void repeatedAndSimultaneousEventsDownloadOnceAndAnnounceOnce() {
        service.twilio().serveSlowly(call.recordingSid(), Samples.mono(), 500);
        CallEnded event = call.recorded(1);

        List.of(1, 2, 3, 4).parallelStream().forEach(time -> service.send(event));
        service.awaitAnnounced(call.callSid(), 1);
        service.send(event);

        Calls next = Calls.next();
        service.send(next.unrecorded(State.OFF));
        service.awaitAnnounced(next.callSid(), 1);
        assertThat(service.announced(call.callSid())).hasSize(1);
        assertThat(service.twilio().requestsFor(call.recordingSid())).isEqualTo(1);
    }

    @Test
    void olderRevisionThatComesLateIsIgnored() {
        service.twilio().serve(call.recordingSid(), Samples.mono());
        service.send(call.recorded(2));
        service.awaitAnnounced(call.callSid(), 2);

        service.send(call.recorded(1));

        service.awaitWork(call.callSid(), 1, "superseded");
        assertThat(service.announced(call.callSid()))
                .extracting(RecordingStored::revision)
                .containsExactly(2);
        assertThat(service.twilio().requestsFor(call.recordingSid())).isEqualTo(1);
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersAndTheNextIsHandled() {
        service.twilio().serve(call.recordingSid(), Samples.mono());

        service.sendPoison(call.callSid());
        service.send(call.recorded(1));

        assertThat(service.awaitAnnounced(call.callSid(), 1).recording().completed())
                .isTrue();
        await().until(() -> service.deadLetters(call.callSid()).size() == 1);
    }
}
