package io.aftercall.recording.playback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.aftercall.events.RecordingOutcome;
import io.aftercall.recording.AgainstRealParts;
import io.aftercall.recording.Calls;
import io.aftercall.recording.Samples;
import io.aftercall.recording.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speech tracks: to who holds a path we signed, while it lasts, and to nobody else. */
@QuarkusTest
@AgainstRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeechTest {

    @Inject
    Service service;

    @Inject
    SpeechConfig config;

    private final Calls call = Calls.next();
    private RecordingOutcome recording;

    @BeforeAll
    void oneRecordingIsKept() {
        service.twilio().serve(call.recordingSid(), Samples.stereo());
        service.send(call.recorded(1));
        recording = service.awaitAnnounced(call.callSid(), 1).recording();
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void trackIsOneChannelAt16Kilohertz(int channel) throws Exception {
        Response response = get(recording.tracks().get(channel).path());

        response.then()
                .statusCode(200)
                .contentType("audio/wav")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-store");
        AudioFormat format = AudioSystem.getAudioInputStream(new ByteArrayInputStream(response.asByteArray()))
                .getFormat();
        assertThat(format.getChannels()).isEqualTo(1);
        assertThat(format.getSampleRate()).isEqualTo(16_000);
        assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
        assertThat(format.getSampleSizeInBits()).isEqualTo(16);
    }

    @Test
    void channelsAreNotMixedUp() {
        byte[] first = get(recording.tracks().get(0).path()).asByteArray();
        byte[] second = get(recording.tracks().get(1).path()).asByteArray();

        // The agent, on channel 1, speaks from 0.8 s to 5.8 s; the customer, on channel 0, is silent till 6.6 s.
        assertThat(loudness(first, 1, 5)).isLessThan(loudness(second, 1, 5) / 10);
        assertThat(loudness(second, 7, 13)).isLessThan(loudness(first, 7, 13) / 10);
    }

    @Test
    void headAndRangesWorkHereToo() {
        String path = recording.tracks().get(0).path();

        given().urlEncodingEnabled(false).head(path).then().statusCode(200);
        given().urlEncodingEnabled(false)
                .header("Range", "bytes=0-43")
                .get(path)
                .then()
                .statusCode(206)
                .header("Content-Length", "44");
    }

    @ParameterizedTest
    @CsvSource({
        "signature=, signature=x",
        "signature=, other=",
        "expires=, expires=9",
        "expires=, other=",
        "/1/0?, /1/1?",
        "/1/0?, /2/0?",
        "/1/0?, /1/original?",
        "/1/0?, /01/00?"
    })
    void pathThatWasChangedIsForbidden(String was, String is) {
        String path = recording.tracks().get(0).path();

        get(path.replace(was, is))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aftercall:problem:forbidden"));
    }

    @Test
    void signatureOfAnotherCallIsForbidden() {
        get(recording
                        .tracks()
                        .get(0)
                        .path()
                        .replace(call.callSid(), Calls.next().callSid()))
                .then()
                .statusCode(403);
    }

    @Test
    void pathSignedWithAnotherKeyIsForbidden() {
        SpeechConfig foreign = new OtherKey("a key of somebody else's, long enough", Duration.ofDays(1));

        get(new SpeechPaths(foreign, Clock.systemUTC())
                        .sign(call.callSid(), 1, "0")
                        .path())
                .then()
                .statusCode(403);
    }

    @Test
    void pathThatHasExpiredIsForbidden() {
        Instant longAgo = Instant.now().minus(config.speechPathLifetime()).minusSeconds(1);
        SpeechPaths then = new SpeechPaths(config, Clock.fixed(longAgo, ZoneOffset.UTC));

        get(then.sign(call.callSid(), 1, "0").path()).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, original", "2, 0"})
    void trackThatDoesNotExistIsNotFoundWhoeverSignedIt(int revision, String channel) {
        SpeechPaths ours = new SpeechPaths(config, Clock.systemUTC());

        get(ours.sign(call.callSid(), revision, channel).path()).then().statusCode(404);
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    /** The mean of the samples' absolute values between two seconds. */
    private static double loudness(byte[] wav, int fromSecond, int toSecond) {
        long sum = 0;
        int from = 44 + fromSecond * 32_000;
        int to = 44 + toSecond * 32_000;
        for (int at = from; at < to; at += 2) {
            sum += Math.abs((short) (wav[at] & 0xFF | wav[at + 1] << 8));
        }
        return sum * 2.0 / (to - from);
    }

    private record OtherKey(String signingKey, Duration speechPathLifetime) implements SpeechConfig {}
}
