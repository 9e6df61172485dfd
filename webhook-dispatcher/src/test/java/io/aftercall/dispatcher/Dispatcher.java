package io.aftercall.dispatcher;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.junit.Tokens;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.Direction;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;

/** The dispatcher as its neighbours see it: topics in, API; what goes out arrives at a {@code CrmReceiver}. */
public final class Dispatcher {
    /** Long enough for a machine that has other things to do. */
    public static final Duration SOON = Duration.ofSeconds(30);

    private static final KafkaProbe PROBE = EmbeddedStack.kafkaProbe();

    private Dispatcher() {}

    /** A business that no other test uses. */
    public static String newBusiness() {
        return "business-" + UUID.randomUUID();
    }

    public static KafkaProbe kafka() {
        return PROBE;
    }

    public static RequestSpecification asAdmin() {
        return with(Tokens.admin());
    }

    public static RequestSpecification asBusiness(String businessId) {
        return with(Tokens.business(businessId));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** Creates an endpoint for calls of both directions. */
    public static Created createEndpoint(String businessId, String url) {
        return createEndpoint(businessId, url, List.of("inbound", "outbound"));
    }

    public static Created createEndpoint(String businessId, String url, List<String> directions) {
        return asAdmin()
                .body(Map.of(
                        "businessId",
                        businessId,
                        "url",
                        url,
                        "directions",
                        directions,
                        "eventTypes",
                        List.of("call.completed")))
                .post("/api/webhooks/endpoints")
                .then()
                .statusCode(201)
                .extract()
                .as(Created.class);
    }

    /** What creating an endpoint answers, as far as tests need it. */
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    public record Created(String id, String secret) {}

    /** An inbound call of the business is summarised. */
    public static void summarized(String callSid, int revision, String businessId) {
        summarized(SampleCalls.call(callSid, revision, businessId, Direction.INBOUND));
    }

    public static void summarized(CallSummarized event) {
        tell(EventTypes.CALL_SUMMARIZED, event.callSid(), event);
    }

    /** Puts an event on its topic. */
    public static void tell(EventType<?> type, String callSid, Object event) {
        PROBE.send(type.topic(), callSid, type.type(), UUID.randomUUID().toString(), SampleCalls.json(event));
    }

    /** The deliveries of a call, the newest first. */
    public static List<Map<String, Object>> deliveries(String callSid) {
        return asAdmin()
                .queryParam("callSid", callSid)
                .get("/api/webhooks/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Waits until the call's delivery of this revision is in this state. */
    public static Map<String, Object> awaitState(String callSid, int revision, String state) {
        return await("revision " + revision + " " + state)
                .atMost(SOON)
                .until(
                        () -> deliveries(callSid).stream()
                                .filter(delivery -> delivery.get("revision").equals(revision)
                                        && delivery.get("state").equals(state))
                                .findFirst()
                                .orElse(null),
                        Matchers.notNullValue());
    }

    /** The attempts at a delivery, the first one first. */
    public static List<Map<String, Object>> attempts(Object deliveryId) {
        return asAdmin()
                .get("/api/webhooks/deliveries/{id}/attempts", deliveryId)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
