package io.aftercall.recording.conversion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.SpeechTrack;
import io.aftercall.recording.AgainstRealParts;
import io.aftercall.recording.Calls;
import io.aftercall.recording.Samples;
import io.aftercall.recording.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An ffmpeg that is gone, fails or hangs: the original goes on as it is. */
@QuarkusTest
@AgainstRealParts
class UnconvertedTest {

    @Inject
    Service service;

    private final Calls call = Calls.next();

    @AfterEach
    void ffmpegBehavesAgain() throws IOException {
        service.ffmpeg().behave();
    }

    @Test
    void withoutFfmpegTheOriginalGoesOn() throws IOException {
        service.ffmpeg().beGone();

        assertOriginalGoesOn("ffmpeg_missing");
    }

    @Test
    void whenFfmpegFailsTheOriginalGoesOn() throws IOException {
        service.ffmpeg().fail();

        assertOriginalGoesOn("ffmpeg_failed");
    }

    @Test
    void whenFfmpegHangsItIsKilledAndTheOriginalGoesOn() throws IOException {
        service.ffmpeg().hang();

        assertOriginalGoesOn("ffmpeg_timed_out");

        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .noneMatch(process -> process.info().command().orElse("").endsWith("sleep"));
    }

    private void assertOriginalGoesOn(String reason) {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        service.send(call.recorded(1));

        RecordingOutcome recording = service.awaitAnnounced(call.callSid(), 1).recording();
        assertThat(recording.completed()).isTrue();
        assertThat(recording.unconvertedReason()).isEqualTo(reason);
        assertThat(recording.channels()).isEqualTo(2);
        assertThat(recording.durationMs()).isBetween(36_575L, 36_585L);
        assertThat(recording.tracks()).extracting(SpeechTrack::channel).containsExactly((Integer) null);
        assertThat(get(recording.tracks().get(0).path())).isEqualTo(Samples.stereo());
        assertThat(get(recording.playbackPath())).isEqualTo(Samples.stereo());
        assertThat(service.temporaryFiles(call.callSid())).isEmpty();
    }

    private static byte[] get(String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.admin())
                .get(path)
                .then()
                .statusCode(200)
                .contentType("audio/wav")
                .extract()
                .asByteArray();
    }
}
