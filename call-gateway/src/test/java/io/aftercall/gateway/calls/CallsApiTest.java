package io.aftercall.gateway.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.events.CallEnded;
import io.aftercall.events.Stage;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.Gateway.TestBusiness;
import io.aftercall.gateway.PlayedCall;
import io.aftercall.gateway.Twilio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AgainstRealParts
class CallsApiTest {

    @Inject
    Gateway gateway;

    @Test
    void aCallIsShownWithEverythingThatIsKnownOfIt() {
        TestBusiness business = gateway.newBusiness();
        PlayedCall call = PlayedCall.inbound("+13125550142", business.phone());
        String recording = PlayedCall.randomSid("RE");
        String shorter = PlayedCall.randomSid("RE");
        call.life(recording).forEach(Twilio::post);
        Twilio.post(call.recorded(shorter, 5));

        gateway.as(business)
                .get("/api/calls/" + call.sid())
                .then()
                .statusCode(200)
                .body("callSid", is(call.sid()))
                .body("businessId", is(business.id()))
                .body("direction", is("inbound"))
                .body("from", is("+13125550142"))
                .body("to", is(business.phone()))
                .body("status", is("recording"))
                .body("startedAt", is("2026-11-20T20:00:00Z"))
                .body("durationSec", is(36))
                .body("recording.recordingSid", is(recording))
                .body("recording.url", is("https://calls.example.com/api/recordings/file/" + call.sid()))
                .body("recording.channels", is(2))
                .body("otherRecordings.recordingSid", contains(shorter))
                .body("transcript", nullValue())
                .body("summaryStatus", is("pending"))
                .body("revision", is(1));
    }

    @Test
    void aListIsReadPageByPageNewestFirstWithoutGapsOrRepeats() {
        TestBusiness business = gateway.newBusiness();
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            PlayedCall call = PlayedCall.inbound("+13125550142", business.phone());
            Twilio.post(call.status("ringing", 1, i));
            sids.add(0, call.sid());
        }

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Response page = list(business, cursor == null ? Map.of("limit", 3) : Map.of("limit", 3, "cursor", cursor));
            read.addAll(page.path("items.callSid"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(read).isEqualTo(sids);
    }

    @Test
    void aListIsFiltered() {
        TestBusiness business = gateway.newBusiness();
        PlayedCall early = PlayedCall.inbound("+13125550142", business.phone());
        PlayedCall late = PlayedCall.outbound(business.phone(), "+16175550177");
        Twilio.post(early.status("ringing", 1, 0));
        Twilio.post(late.status("no-answer", 1, 60));

        assertThat(sids(business, Map.of("direction", "outbound"))).containsExactly(late.sid());
        assertThat(sids(business, Map.of("status", "in_progress"))).containsExactly(early.sid());
        assertThat(sids(business, Map.of("number", "+16175550177"))).containsExactly(late.sid());
        assertThat(sids(business, Map.of("number", "+1 (312) 555-0142"))).containsExactly(early.sid());
        assertThat(sids(business, Map.of("to", "2026-11-20T20:00:30Z"))).containsExactly(early.sid());
        assertThat(sids(business, Map.of("from", "2026-11-20T20:00:30Z"))).containsExactly(late.sid());
        assertThat(sids(business, Map.of("from", "2026-11-20", "to", "2026-11-21")))
                .hasSize(2);
        assertThat(sids(business, Map.of("business", business.id()))).hasSize(2);
    }

    @Test
    void legsThatACallDialledAreNotListed() {
        TestBusiness business = gateway.newBusiness();
        PlayedCall leg = PlayedCall.inbound("+13125550142", business.phone());
        Twilio.post(leg.ringing().with("ParentCallSid", PlayedCall.randomSid("CA")));

        assertThat(sids(business, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, many",
        "limit, -1",
        "from, yesterday",
        "from, 2026-13-01",
        "to, 99999-01-01T00:00:00Z",
        "direction, sideways",
        "status, exploded",
        "cursor, '; DROP TABLE call_log'",
        "cursor, OTk5OTk5OTk5OTk5OTk5OTk5OTk5OkNB",
        "cursor, MTox"
    })
    void aParameterThatCannotBeReadIsNamed(String name, String value) {
        gateway.admin()
                .queryParam(name, value)
                .get("/api/calls")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:aftercall:problem:invalid"))
                .body("detail", containsString(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/calls/CA1",
                "/api/calls/CA11111111111111111111111111111111",
                "/api/calls/%00",
                "/api/calls/..%2f"
            })
    void whatIsNotACallIsNotFound(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.admin())
                .get(path)
                .then()
                .statusCode(anyOf(is(404), is(400)));
    }

    @Test
    void aBusinessSeesItsOwnCallsAndForAnyOtherThereIsNone() {
        TestBusiness own = gateway.newBusiness();
        TestBusiness other = gateway.newBusiness();
        PlayedCall call = PlayedCall.inbound("+13125550142", other.phone());
        call.life(PlayedCall.randomSid("RE")).forEach(Twilio::post);
        String path = "/api/calls/" + call.sid();

        gateway.as(own).get(path).then().statusCode(404);
        gateway.as(own).get(path + "/timeline").then().statusCode(404);
        gateway.as(own)
                .contentType("application/json")
                .body("{\"from\":\"summary\"}")
                .post(path + "/reprocess")
                .then()
                .statusCode(404);
        gateway.as(own).delete(path).then().statusCode(404);
        gateway.as(own).get("/api/calls?business=" + other.id()).then().statusCode(404);
        gateway.as(own).get("/api/calls").then().statusCode(200).body("items.callSid", not(hasItem(call.sid())));
        gateway.as(other)
                .get("/api/calls")
                .then()
                .statusCode(200)
                .body("items.businessId", everyItem(is(other.id())))
                .body("items.callSid", hasItem(call.sid()));
    }

    @ParameterizedTest
    @CsvSource({"recording, recording", "transcription, transcribing", "summary, summarizing", "delivery, summarizing"})
    void reprocessingPublishesTheNextRevisionFromTheChosenStage(String from, String status) {
        PlayedCall call = PlayedCall.toNobody();
        call.life(PlayedCall.randomSid("RE")).forEach(Twilio::post);
        gateway.execute("UPDATE call_log SET status = 'processed' WHERE call_sid = ?", call.sid());

        gateway.admin()
                .contentType("application/json")
                .body(Map.of("from", from))
                .post("/api/calls/" + call.sid() + "/reprocess")
                .then()
                .statusCode(202)
                .body("revision", is(2))
                .body("callSid", is(call.sid()));

        List<CallEnded> events = gateway.callEnded(call.sid());
        assertThat(events).extracting(CallEnded::revision).containsExactly(1, 2);
        assertThat(events.get(1).context().startFrom()).isEqualTo(Stage.valueOf(from.toUpperCase(Locale.ROOT)));
        assertThat(events.get(1).context().recording())
                .isEqualTo(events.get(0).context().recording());
        assertThat(gateway.row(call.sid())).containsEntry("status", status).containsEntry("revision", 2);
    }

    @ParameterizedTest
    @CsvSource({
        "recording, delivery, recording",
        "transcribing, delivery, transcription",
        "summarizing, delivery, summary",
        "transcribing, recording, recording"
    })
    void reprocessingLeavesOutNothingThatTheLastRevisionHasNotDoneYet(String status, String asked, String started) {
        PlayedCall call = PlayedCall.toNobody();
        call.life(PlayedCall.randomSid("RE")).forEach(Twilio::post);
        gateway.execute("UPDATE call_log SET status = ? WHERE call_sid = ?", status, call.sid());

        gateway.admin()
                .contentType("application/json")
                .body(Map.of("from", asked))
                .post("/api/calls/" + call.sid() + "/reprocess")
                .then()
                .statusCode(202);

        assertThat(gateway.callEnded(call.sid()).get(1).context().startFrom())
                .isEqualTo(Stage.valueOf(started.toUpperCase(Locale.ROOT)));
    }

    @Test
    void aCallThatIsNotOverCannotBeReprocessed() {
        PlayedCall call = PlayedCall.toNobody();
        Twilio.post(call.ringing());

        gateway.admin()
                .contentType("application/json")
                .body("{\"from\":\"summary\"}")
                .post("/api/calls/" + call.sid() + "/reprocess")
                .then()
                .statusCode(409)
                .body("type", endsWith(":conflict"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"from\":\"lunch\"}", "{\"from\":7}", "[]", "null", "", "{", "\"summary\""})
    void aReprocessingThatDoesNotSayFromWhereIsRefused(String body) {
        PlayedCall call = PlayedCall.toNobody();
        call.life(PlayedCall.randomSid("RE")).forEach(Twilio::post);

        gateway.admin()
                .contentType("application/json")
                .body(body)
                .post("/api/calls/" + call.sid() + "/reprocess")
                .then()
                .statusCode(400);
        assertThat(gateway.row(call.sid())).containsEntry("revision", 1);
    }

    private List<String> sids(TestBusiness business, Map<String, ?> query) {
        return list(business, query).path("items.callSid");
    }

    private Response list(TestBusiness business, Map<String, ?> query) {
        return gateway.as(business)
                .queryParams(query)
                .get("/api/calls")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
