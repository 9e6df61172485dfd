package io.aftercall.recording.stage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.Stage;
import io.aftercall.recording.AgainstRealParts;
import io.aftercall.recording.Calls;
import io.aftercall.recording.Samples;
import io.aftercall.recording.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a later revision of a call does with what an earlier one has kept. */
@QuarkusTest
@AgainstRealParts
class RevisionsTest {

    @Inject
    Service service;

    private final Calls call = Calls.next();

    @Test
    void revisionThatStartsLaterAnnouncesWhatIsKeptUnderFreshPaths() {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        service.send(call.recorded(1));
        RecordingOutcome first = service.awaitAnnounced(call.callSid(), 1).recording();

        service.send(call.recorded(2, Stage.SUMMARY));

        RecordingOutcome second = service.awaitAnnounced(call.callSid(), 2).recording();
        assertThat(second).usingRecursiveComparison().ignoringFields("tracks").isEqualTo(first);
        assertThat(second.tracks())
                .extracting(SpeechTrack::silences)
                .isEqualTo(first.tracks().stream().map(SpeechTrack::silences).toList());
        assertThat(second.tracks()).allSatisfy(track -> {
            assertThat(track.path()).contains("/" + call.callSid() + "/2/");
            given().urlEncodingEnabled(false).get(track.path()).then().statusCode(200);
        });
        assertThat(service.twilio().requestsFor(call.recordingSid())).isEqualTo(1);
        assertThat(service.rows("kept_audio", call.callSid())).isEqualTo(1);
    }

    @Test
    void skipIsAnnouncedAgainToo() {
        service.send(call.unrecorded(State.OFF));
        service.awaitAnnounced(call.callSid(), 1);

        service.send(call.recorded(2, Stage.TRANSCRIPTION));

        assertThat(service.awaitAnnounced(call.callSid(), 2).recording().reason())
                .isEqualTo("recording_off");
        assertThat(service.twilio().requestsFor(call.recordingSid())).isZero();
    }

    @Test
    void revisionThatStartsLaterWorksAnewWhereNothingWasKept() {
        service.twilio().answer(call.recordingSid(), aResponse().withStatus(403));
        service.send(call.recorded(1));
        assertThat(service.awaitAnnounced(call.callSid(), 1).recording().failed())
                .isTrue();
        service.twilio().serve(call.recordingSid(), Samples.mono());

        service.send(call.recorded(2, Stage.SUMMARY));

        assertThat(service.awaitAnnounced(call.callSid(), 2).recording().completed())
                .isTrue();
    }

    @Test
    void reprocessedRecordingIsDownloadedAgainAndServedFromThenOn() {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        service.send(call.recorded(1));
        service.awaitAnnounced(call.callSid(), 1);
        service.twilio().serve(call.recordingSid(), Samples.otherStereo());

        service.send(call.recorded(2));

        RecordingOutcome second = service.awaitAnnounced(call.callSid(), 2).recording();
        assertThat(second.sizeBytes()).isEqualTo(Samples.otherStereo().length);
        assertThat(original()).isEqualTo(Samples.otherStereo());
    }

    @Test
    void audioOfAnEarlierRevisionIsServedWhileALaterOneFails() {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        service.send(call.recorded(1));
        service.awaitAnnounced(call.callSid(), 1);
        service.twilio().answer(call.recordingSid(), aResponse().withStatus(403));

        service.send(call.recorded(2));

        assertThat(service.awaitAnnounced(call.callSid(), 2).recording().failed())
                .isTrue();
        assertThat(original()).isEqualTo(Samples.stereo());
    }

    private byte[] original() {
        return given().auth()
                .oauth2(Tokens.admin())
                .get("/api/recordings/file/" + call.callSid() + "?format=wav")
                .asByteArray();
    }
}
