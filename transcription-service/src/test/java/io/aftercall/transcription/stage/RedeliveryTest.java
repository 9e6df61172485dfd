package io.aftercall.transcription.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.events.CallTranscribed;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.SpeechTrack;
import io.aftercall.transcription.AgainstRealParts;
import io.aftercall.transcription.Calls;
import io.aftercall.transcription.Service;
import io.aftercall.transcription.Sounds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that come twice, late or broken, and workers and calls that go away meanwhile. */
@QuarkusTest
@AgainstRealParts
class RedeliveryTest {

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Inject
    Service service;

    private final Calls call = Calls.next();

    @Test
    void redeliveredEventIsIgnored() {
        SpeechTrack track = service.recordings().serve(0, Sounds.hello(), List.of());
        service.send(call.recorded(1, List.of(track)));
        service.send(call.recorded(1, List.of(track)));
        service.awaitAnnounced(call.callSid(), 1);

        service.send(call.recorded(1, List.of(track)));

        everythingSentIsHandled();
        assertThat(service.announced(call.callSid())).hasSize(1);
        assertThat(service.recordings().requestsFor(track)).isEqualTo(1);
        assertThat(service.rows("transcript", call.callSid())).isEqualTo(1);
    }

    @Test
    void olderRevisionThatComesLateIsIgnored() {
        service.send(call.event(2, RecordingOutcome.skipped("recording_off", "Recording is off.")));
        service.awaitAnnounced(call.callSid(), 2);

        service.send(call.event(1, RecordingOutcome.skipped("recording_off", "Recording is off.")));

        everythingSentIsHandled();
        assertThat(service.announced(call.callSid()))
                .extracting(CallTranscribed::revision)
                .containsExactly(2);
    }

    @Test
    void newerRevisionOvertakesTheOneBeingHeard() {
        SpeechTrack slow = service.recordings().serveSlowly(0, Sounds.hello(), A_WHILE);
        service.send(call.recorded(1, List.of(slow)));
        await().until(() -> service.recordings().requestsFor(slow) == 1);

        service.send(call.event(2, RecordingOutcome.skipped("recording_off", "Recording is off.")));

        service.awaitAnnounced(call.callSid(), 2);
        service.awaitIdle(call.callSid(), 1);
        assertThat(service.announced(call.callSid()))
                .extracting(CallTranscribed::revision)
                .containsExactly(2);
    }

    @Test
    void poisonGoesToTheDeadLettersAndStopsNobody() {
        service.sendPoison(call.callSid());

        everythingSentIsHandled();

        assertThat(service.deadLetters(call.callSid())).hasSize(1);
        assertThat(service.announced(call.callSid())).isEmpty();
    }

    @Test
    void workerWhoseWorkWasTakenOverStoresAndAnnouncesNothing() {
        SpeechTrack slow = service.recordings().serveSlowly(0, Sounds.hello(), A_WHILE);
        service.send(call.recorded(1, List.of(slow)));
        await().until(() -> service.recordings().requestsFor(slow) == 1);

        service.takeOver(call.callSid());

        service.awaitIdle(call.callSid(), 1);
        assertThat(service.announced(call.callSid())).isEmpty();
        assertThat(service.rows("transcript", call.callSid())).isZero();
    }

    @Test
    void erasedCallLeavesNothingAndNothingBringsItBack() {
        SpeechTrack track = service.recordings().serve(0, Sounds.hello(), List.of());
        service.send(call.recorded(1, List.of(track)));
        service.awaitAnnounced(call.callSid(), 1);

        service.erase(call.callSid());

        service.send(call.recorded(2, List.of(track)));
        everythingSentIsHandled();
        assertNothingIsKept();
    }

    @Test
    void callErasedWhileItIsHeardLeavesNothing() {
        SpeechTrack slow = service.recordings().serveSlowly(0, Sounds.hello(), A_WHILE);
        service.send(call.recorded(1, List.of(slow)));
        await().until(() -> service.recordings().requestsFor(slow) == 1);

        service.erase(call.callSid());

        service.awaitIdle(call.callSid(), 1);
        assertNothingIsKept();
        assertThat(service.announced(call.callSid())).isEmpty();
    }

    private void assertNothingIsKept() {
        assertThat(service.rows("transcript", call.callSid())).isZero();
        assertThat(service.rows("stage_work", call.callSid())).isZero();
    }

    private void everythingSentIsHandled() {
        Calls last = call.anotherInItsLane();
        service.send(last.event(1, RecordingOutcome.skipped("recording_off", "Recording is off.")));
        service.awaitAnnounced(last.callSid(), 1);
    }
}
