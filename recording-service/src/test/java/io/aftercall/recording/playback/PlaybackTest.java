package io.aftercall.recording.playback;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.recording.AgainstRealParts;
import io.aftercall.recording.Calls;
import io.aftercall.recording.Samples;
import io.aftercall.recording.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The playback API as RFC 9110 and the design have it. */
@QuarkusTest
@AgainstRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaybackTest {

    private static final byte[] ORIGINAL = Samples.mono();

    @Inject
    Service service;

    private final Calls call = Calls.next();
    private String etag;

    @BeforeEach
    void knowItsTag() {
        etag = admin().head(path("?format=wav")).header("ETag");
    }

    @BeforeAll
    void oneRecordingIsKept() {
        service.twilio().serve(call.recordingSid(), ORIGINAL);
        service.send(call.recorded(1));
        service.awaitAnnounced(call.callSid(), 1);
    }

    @Test
    void peopleHearTheMp3() {
        Response response = admin().get(path(""));

        response.then()
                .statusCode(200)
                .contentType("audio/mpeg")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"" + call.callSid() + "-playback.mp3\"");
        assertThat(response.asByteArray()).hasSizeGreaterThan(10_000).hasSize(contentLength(response));
    }

    @Test
    void originalIsServedAsTwilioHadIt() {
        Response response = admin().get(path("?format=wav"));

        response.then().statusCode(200).contentType("audio/wav").header("ETag", startsWith("\""));
        assertThat(response.asByteArray()).isEqualTo(ORIGINAL);
    }

    @Test
    void streamIsTheSameUnderAnotherPath() {
        Response response = admin().get("/api/recordings/" + call.callSid() + "/stream?format=wav");

        assertThat(response.asByteArray()).isEqualTo(ORIGINAL);
        assertThat(response.header("ETag")).isEqualTo(etag);
    }

    @Test
    void headSaysWhatGetWouldAndSendsNothing() {
        Response response = admin().header("Range", "bytes=0-9").head(path("?format=wav"));

        response.then()
                .statusCode(200)
                .contentType("audio/wav")
                .header("Content-Length", String.valueOf(ORIGINAL.length))
                .header("Accept-Ranges", "bytes")
                .header("ETag", etag);
        assertThat(response.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/recordings/file/%s", "/api/recordings/%s/stream"})
    void optionsNeedNoToken(String path) {
        given().options(path.formatted(call.callSid())).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }

    /** {@code E} stands for the entity tag, {@code N} for the size, {@code L} for the last position. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # Range                 | If-Range | If-None-Match | If-Match | status | Content-Range
            -                       | -        | -             | -        | 200    | -
            bytes=0-499             | -        | -             | -        | 206    | bytes 0-499/N
            bytes=500-999           | -        | -             | -        | 206    | bytes 500-999/N
            bytes=0-0               | -        | -             | -        | 206    | bytes 0-0/N
            bytes=0-                | -        | -             | -        | 206    | bytes 0-L/N
            bytes=1000-             | -        | -             | -        | 206    | bytes 1000-L/N
            bytes=1000-99999999     | -        | -             | -        | 206    | bytes 1000-L/N
            bytes=-N                | -        | -             | -        | 206    | bytes 0-L/N
            bytes=-99999999         | -        | -             | -        | 206    | bytes 0-L/N
            bytes=-0                | -        | -             | -        | 416    | bytes */N
            bytes=N-                | -        | -             | -        | 416    | bytes */N
            bytes=99999999-         | -        | -             | -        | 416    | bytes */N
            bytes=9-5               | -        | -             | -        | 200    | -
            bytes=x-y               | -        | -             | -        | 200    | -
            items=0-5               | -        | -             | -        | 200    | -
            bytes=0-0,5-9           | -        | -             | -        | 200    | -
            bytes=0-499             | E        | -             | -        | 206    | bytes 0-499/N
            bytes=0-499             | "other"  | -             | -        | 200    | -
            bytes=0-499             | W/E      | -             | -        | 200    | -
            bytes=0-499             | Fri, 20 Nov 2026 20:00:00 GMT | - | - | 200 | -
            bytes=99999999-         | "other"  | -             | -        | 200    | -
            bytes=99999999-         | E        | -             | -        | 416    | bytes */N
            -                       | -        | E             | -        | 304    | -
            -                       | -        | W/E           | -        | 304    | -
            -                       | -        | "a", E, "b"   | -        | 304    | -
            -                       | -        | *             | -        | 304    | -
            -                       | -        | "other"       | -        | 200    | -
            bytes=0-499             | -        | E             | -        | 304    | -
            bytes=0-499             | -        | "other"       | -        | 206    | bytes 0-499/N
            -                       | -        | -             | E        | 200    | -
            -                       | -        | -             | *        | 200    | -
            -                       | -        | -             | "other"  | 412    | -
            -                       | -        | -             | W/E      | 412    | -
            bytes=0-499             | -        | -             | "other"  | 412    | -
            -                       | -        | E             | "other"  | 412    | -
            """)
    void rangesAndConditionsAreAnsweredAsTheStandardHasThem(
            String range, String ifRange, String ifNoneMatch, String ifMatch, int status, String contentRange) {
        RequestSpecification request = admin();
        header(request, "Range", range);
        header(request, "If-Range", ifRange);
        header(request, "If-None-Match", ifNoneMatch);
        header(request, "If-Match", ifMatch);

        Response response = request.get(path("?format=wav"));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.header("Content-Range")).isEqualTo(filledIn(contentRange));
        assertThat(response.header("ETag")).isEqualTo(etag);
        assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.asByteArray()).isEqualTo(bodyOf(status, filledIn(contentRange)));
    }

    @Test
    void businessHearsItsOwn() {
        given().auth()
                .oauth2(Tokens.business(Calls.BUSINESS))
                .get(path(""))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void businessGets404ForWhatIsSomebodyElses(String method) {
        given().auth()
                .oauth2(Tokens.business("somebody-else"))
                .request(method, path(""))
                .then()
                .statusCode(404);
    }

    @Test
    void callOfNobodyIsSeenByAdminsOnly() {
        Calls nobodys = Calls.next();
        service.send(nobodys.unassigned(1));
        service.awaitAnnounced(nobodys.callSid(), 1);

        given().auth()
                .oauth2(Tokens.business(Calls.BUSINESS))
                .get("/api/recordings/file/" + nobodys.callSid())
                .then()
                .statusCode(404);
    }

    @Test
    void cookieIsAsGoodAsAHeader() {
        given().cookie("aftercall", Tokens.admin()).get(path("")).then().statusCode(200);
    }

    @Test
    void withoutATokenThereIsNothing() {
        given().get(path("")).then().statusCode(401);
        given().auth().oauth2(Tokens.expired()).get(path("")).then().statusCode(401);
    }

    @Test
    void unknownCallIsNotFound() {
        admin().get("/api/recordings/file/" + Calls.next().callSid())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aftercall:problem:not-found"));
    }

    @Test
    void unknownFormatIsInvalid() {
        admin().get(path("?format=ogg")).then().statusCode(400).body("detail", containsString("mp3 or wav"));
    }

    @Test
    void recordingThatIsBeingPreparedIsPromised() {
        Calls slow = Calls.next();
        service.twilio().serveSlowly(slow.recordingSid(), ORIGINAL, 2000);
        service.send(slow.recorded(1));
        service.awaitWork(slow.callSid(), 1, "processing");

        Response response = admin().get("/api/recordings/file/" + slow.callSid());

        response.then()
                .statusCode(202)
                .header("Retry-After", "2")
                .header("Cache-Control", "private, no-store")
                .contentType("application/json")
                .body("status", equalTo("processing"));
        admin().head("/api/recordings/file/" + slow.callSid())
                .then()
                .statusCode(202)
                .header("Retry-After", "2");
    }

    @Test
    void skippedRecordingIsNotFound() {
        Calls off = Calls.next();
        service.send(off.unrecorded(State.OFF));
        service.awaitAnnounced(off.callSid(), 1);

        admin().get("/api/recordings/file/" + off.callSid()).then().statusCode(404);
    }

    @Test
    void recordingThatFailedForGoodIsGone() {
        Calls failed = Calls.next();
        service.twilio().answer(failed.recordingSid(), aResponse().withStatus(403));
        service.send(failed.recorded(1));
        service.awaitAnnounced(failed.callSid(), 1);

        admin().get("/api/recordings/file/" + failed.callSid())
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:aftercall:problem:gone"));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.admin());
    }

    private String path(String query) {
        return "/api/recordings/file/" + call.callSid() + query;
    }

    private void header(RequestSpecification request, String name, String value) {
        if (value != null) {
            request.header(name, filledIn(value));
        }
    }

    private String filledIn(String value) {
        if (value == null || value.startsWith("Fri")) {
            return value;
        }
        return value.replace("E", etag)
                .replace("N", String.valueOf(ORIGINAL.length))
                .replace("L", String.valueOf(ORIGINAL.length - 1));
    }

    private static byte[] bodyOf(int status, String contentRange) {
        if (status == 206) {
            String[] range = contentRange.substring("bytes ".length()).split("[-/]");
            return Arrays.copyOfRange(ORIGINAL, Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1);
        }
        return status == 200 ? ORIGINAL : new byte[0];
    }

    private static int contentLength(Response response) {
        return Integer.parseInt(response.header("Content-Length"));
    }
}
