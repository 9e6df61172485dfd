package io.aftercall.dispatcher.queue;

import static io.aftercall.dispatcher.Dispatcher.SOON;
import static io.aftercall.dispatcher.Dispatcher.asAdmin;
import static io.aftercall.dispatcher.Dispatcher.attempts;
import static io.aftercall.dispatcher.Dispatcher.awaitState;
import static io.aftercall.dispatcher.Dispatcher.createEndpoint;
import static io.aftercall.dispatcher.Dispatcher.summarized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.dispatcher.Dispatcher;
import io.aftercall.dispatcher.SampleCalls;
import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.crm.ReceivedWebhook;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test's schedule is 0, 100, 200, 300 ms, with a second after a time-out of 2 s. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class RetryDeliveryTest {
    private final CrmReceiver crm = CrmReceiver.start();
    private final String business = Dispatcher.newBusiness();
    private final String callSid = SampleCalls.newCallSid();
    private String endpoint;

    @BeforeEach
    void createTheEndpoint() {
        Dispatcher.Created created = createEndpoint(business, crm.url("/hook"));
        crm.register("/hook", created.secret());
        endpoint = created.id();
    }

    @AfterEach
    void stopReceiver() {
        crm.close();
    }

    @Test
    void aFailureIsTriedAgainUnderTheSameIdWithAFreshSignature() {
        crm.answerNext(2, Answer.status(500).withBody("<h1>Oops</h1>"));

        summarized(callSid, 1, business);

        crm.awaitCall(callSid, SOON);
        List<ReceivedWebhook> arrived = crm.received(callSid);
        assertThat(arrived).hasSize(3).allMatch(ReceivedWebhook::verified);
        assertThat(arrived)
                .extracting(ReceivedWebhook::webhookId)
                .containsOnly(arrived.get(0).webhookId());
        assertThat(arrived)
                .extracting(ReceivedWebhook::text)
                .containsOnly(arrived.get(0).text());
        awaitState(callSid, 1, "delivered");
        List<Map<String, Object>> attempts = attempts(arrived.get(0).webhookId());
        assertThat(attempts).extracting(attempt -> attempt.get("number")).containsExactly(1, 2, 3);
        assertThat(attempts).extracting(attempt -> attempt.get("statusCode")).containsExactly(500, 500, 200);
        assertThat(attempts).extracting(attempt -> attempt.get("error")).containsExactly("status", "status", null);
        assertThat(attempts.get(0)).containsEntry("response", "<h1>Oops</h1>").containsKey("latencyMs");
        assertThat(attempts).extracting(attempt -> attempt.get("traceId")).doesNotContainNull();
    }

    @Test
    void afterTheLastAttemptItIsGivenUpAndCanBeAskedForAgain() {
        crm.answerNext(4, Answer.status(503));
        summarized(callSid, 1, business);
        Map<String, Object> exhausted = awaitState(callSid, 1, "exhausted");
        assertThat(exhausted)
                .containsEntry("attempts", 4)
                .containsEntry("lastError", "status")
                .containsEntry("lastStatusCode", 503);

        resend(exhausted.get("id"), 202);

        ReceivedWebhook arrived = crm.awaitCall(callSid, SOON);
        assertThat(arrived.webhookId()).isEqualTo(exhausted.get("id"));
        assertThat(awaitState(callSid, 1, "delivered")).containsEntry("attempts", 5);
    }

    @Test
    void aDeliveredMessageCanBeAskedForAgain() {
        summarized(callSid, 1, business);
        Object id = awaitState(callSid, 1, "delivered").get("id");

        resend(id, 202);

        crm.await(webhook -> crm.received(callSid).size() == 2, SOON);
        assertThat(crm.received(callSid)).extracting(ReceivedWebhook::webhookId).containsOnly((String) id);
    }

    @Test
    void aSupersededMessageCannot() {
        crm.answerNext(1, Answer.retryAfter(503, Duration.ofSeconds(60)));
        summarized(callSid, 1, business);
        awaitState(callSid, 1, "pending");
        summarized(callSid, 2, business);
        Object id = awaitState(callSid, 1, "superseded").get("id");

        resend(id, 409);
    }

    @Test
    void aReceiverThatIsTooSlowIsLeftAloneForAWhile() {
        crm.answerNext(1, Answer.hang(Duration.ofSeconds(20)));

        summarized(callSid, 1, business);

        crm.awaitCall(callSid, SOON);
        List<ReceivedWebhook> arrived = crm.received(callSid);
        assertThat(Duration.between(arrived.get(0).receivedAt(), arrived.get(1).receivedAt()))
                .isGreaterThan(Duration.ofMillis(2900));
        Object id = awaitState(callSid, 1, "delivered").get("id");
        assertThat(attempts(id).get(0)).containsEntry("error", "timeout").containsEntry("statusCode", null);
    }

    @Test
    void retryAfterIsWaitedFor() {
        crm.answerNext(1, Answer.retryAfter(429, Duration.ofSeconds(2)));

        summarized(callSid, 1, business);

        crm.awaitCall(callSid, SOON);
        List<ReceivedWebhook> arrived = crm.received(callSid);
        assertThat(Duration.between(arrived.get(0).receivedAt(), arrived.get(1).receivedAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1990));
    }

    @Test
    void aRedirectIsAFailureAndNobodyIsSentThere() {
        crm.answerNext(1, Answer.redirect(crm.url("/elsewhere")));

        summarized(callSid, 1, business);

        crm.awaitCall(callSid, SOON);
        assertThat(crm.received(callSid)).extracting(ReceivedWebhook::path).containsOnly("/hook");
        Object id = awaitState(callSid, 1, "delivered").get("id");
        assertThat(attempts(id).get(0)).containsEntry("statusCode", 307);
    }

    @Test
    void goneDisablesTheEndpointAtOnceAndKeepsWhatItMisses() {
        crm.answerNext(1, Answer.gone());
        summarized(callSid, 1, business);
        Object id = awaitState(callSid, 1, "withheld").get("id");
        asAdmin()
                .get("/api/webhooks/endpoints/{id}", endpoint)
                .then()
                .statusCode(200)
                .body("enabled", org.hamcrest.Matchers.is(false))
                .body("disabledReason", org.hamcrest.Matchers.is("gone"));

        String next = SampleCalls.newCallSid();
        summarized(next, 1, business);

        awaitState(next, 1, "withheld");
        assertThat(crm.received()).hasSize(1);
        resend(id, 409);
    }

    @Test
    void theTimelineHearsOfEveryStep() {
        crm.answerNext(1, Answer.status(500));

        summarized(callSid, 1, business);

        crm.awaitCall(callSid, SOON);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stepsTold())
                        .containsExactly("0 pending", "1 processing", "1 retrying", "2 processing", "2 completed"));
    }

    private List<String> stepsTold() {
        return Dispatcher.kafka().records("stage-changed", callSid).stream()
                .map(record -> JsonPath.from(KafkaProbe.text(record)))
                .map(json -> json.getInt("attempt") + " " + json.getString("step"))
                .toList();
    }

    private static void resend(Object id, int expected) {
        asAdmin().post("/api/webhooks/deliveries/{id}/resend", id).then().statusCode(expected);
    }
}
