package io.aftercall.recording.stage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.chassis.work.Attempt;
import io.aftercall.embedded.junit.Tokens;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.events.RecordingStored;
import io.aftercall.recording.AgainstRealParts;
import io.aftercall.recording.Calls;
import io.aftercall.recording.Samples;
import io.aftercall.recording.Service;
import io.aftercall.recording.storage.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that die, sleep or are overtaken by an erasure between two steps. */
@QuarkusTest
@AgainstRealParts
class CrashTest {

    @Inject
    Service service;

    @Inject
    StoreRecording storeRecording;

    @Inject
    Workspaces workspaces;

    private final Calls call = Calls.next();

    @AfterEach
    void noTemporaryFileIsLeft() {
        await().untilAsserted(
                        () -> assertThat(service.temporaryFiles(call.callSid())).isEmpty());
    }

    @Test
    void workerWhoseWorkWasTakenOverStoresAndAnnouncesNothing() {
        service.twilio().serveSlowly(call.recordingSid(), Samples.mono(), 3000);
        service.send(call.recorded(1));
        await().until(() -> service.twilio().requestsFor(call.recordingSid()) == 1);

        service.takeOver(call.callSid());

        await().until(() -> service.rows("kept_audio", call.callSid()) == 1);
        await().until(() -> service.rows("scheduled_tasks", "task_instance", call.callSid() + ":1") == 0);
        assertThat(service.announced(call.callSid())).isEmpty();
        given().auth()
                .oauth2(Tokens.admin())
                .get("/api/recordings/file/" + call.callSid())
                .then()
                .statusCode(202);
    }

    @Test
    void attemptThatDiedAfterKeepingItsAudioIsRepeatedWithoutHarm() throws Exception {
        service.twilio().serve(call.recordingSid(), Samples.mono());
        RecordingStored lost = storeRecording.perform(call.recorded(1), new Attempt(call.callSid(), 1, 1));
        var kept = service.keptFiles(call.callSid());

        service.send(call.recorded(1));

        RecordingStored stored = service.awaitAnnounced(call.callSid(), 1);
        assertThat(stored.recording().sha256()).isEqualTo(lost.recording().sha256());
        assertThat(service.keptFiles(call.callSid())).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(service.announced(call.callSid())).hasSize(1);
    }

    @Test
    void whatADeadAttemptLeftIsRemovedByTheNext() throws Exception {
        service.twilio().serve(call.recordingSid(), Samples.mono());
        var dead = workspaces.open(new Attempt(call.callSid(), 1, 7));
        Files.writeString(dead.folder().resolve("download"), "half a recording");

        service.send(call.recorded(1));

        service.awaitAnnounced(call.callSid(), 1);
        assertThat(dead.folder()).doesNotExist();
    }

    @Test
    void erasedCallLeavesNeitherRowsNorFilesAndNothingBringsItBack() {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        service.send(call.recorded(1));
        service.awaitAnnounced(call.callSid(), 1);

        service.erase(call.callSid());

        await().until(() -> service.rows("tombstone", call.callSid()) == 1);
        service.send(call.recorded(2));
        Calls next = Calls.next();
        service.send(next.unrecorded(State.OFF));
        service.awaitAnnounced(next.callSid(), 1);
        assertNothingIsLeft();
        given().auth()
                .oauth2(Tokens.admin())
                .get("/api/recordings/file/" + call.callSid())
                .then()
                .statusCode(410);
    }

    @Test
    void callErasedWhileItsRecordingIsDownloadedLeavesNothing() {
        service.twilio().serveSlowly(call.recordingSid(), Samples.mono(), 5000);
        service.send(call.recorded(1));
        await().until(() -> service.twilio().requestsFor(call.recordingSid()) == 1);

        service.erase(call.callSid());

        await().until(() -> service.rows("tombstone", call.callSid()) == 1);
        await().until(() -> service.rows("scheduled_tasks", "task_instance", call.callSid() + ":1") == 0);
        assertNothingIsLeft();
        assertThat(service.announced(call.callSid())).isEmpty();
    }

    @Test
    void audioKeptAfterTheErasureIsTakenBack() throws Exception {
        service.twilio().serve(call.recordingSid(), Samples.mono());
        service.erase(call.callSid());
        await().until(() -> service.rows("tombstone", call.callSid()) == 1);

        storeRecording.perform(call.recorded(1), new Attempt(call.callSid(), 1, 1));

        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(service.rows("recording", call.callSid())).isZero();
        assertThat(service.rows("kept_audio", call.callSid())).isZero();
        assertThat(service.rows("stage_work", call.callSid())).isZero();
        assertThat(service.keptFiles(call.callSid())).isEmpty();
    }
}
