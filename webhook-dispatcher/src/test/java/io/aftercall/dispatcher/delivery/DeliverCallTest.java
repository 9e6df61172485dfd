package io.aftercall.dispatcher.delivery;

import static io.aftercall.dispatcher.Dispatcher.SOON;
import static io.aftercall.dispatcher.Dispatcher.awaitState;
import static io.aftercall.dispatcher.Dispatcher.createEndpoint;
import static io.aftercall.dispatcher.Dispatcher.deliveries;
import static io.aftercall.dispatcher.Dispatcher.summarized;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.dispatcher.Dispatcher;
import io.aftercall.dispatcher.SampleCalls;
import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.crm.ReceivedWebhook;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.Direction;
import io.aftercall.events.EventTypes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class DeliverCallTest {
    private final CrmReceiver crm = CrmReceiver.start();
    private final String business = Dispatcher.newBusiness();
    private final String callSid = SampleCalls.newCallSid();

    @AfterEach
    void stopReceiver() {
        crm.close();
    }

    @Test
    void aSummarizedCallArrivesSigned() {
        endpoint("/hook");

        summarized(callSid, 1, business);

        ReceivedWebhook webhook = crm.awaitCall(callSid, SOON);
        assertThat(webhook.json().at("/type").asText()).isEqualTo("call.completed");
        assertThat(webhook.json().at("/businessId").asText()).isEqualTo(business);
        assertThat(webhook.json().at("/data/summary/text").asText()).isEqualTo("I live in Chicago.");
        Map<String, Object> delivery = awaitState(callSid, 1, "delivered");
        assertThat(delivery)
                .containsEntry("id", webhook.webhookId())
                .containsEntry("eventId", webhook.json().at("/id").asText())
                .containsEntry("attempts", 1)
                .containsEntry("lastStatusCode", 200)
                .containsEntry("nextAttemptAt", null);
    }

    @Test
    void everyEndpointOfTheBusinessGetsItsOwnMessageOfTheSameEvent() {
        endpoint("/one");
        endpoint("/two");

        summarized(callSid, 1, business);

        ReceivedWebhook one = crm.await(webhook -> webhook.path().equals("/one"), SOON);
        ReceivedWebhook two = crm.await(webhook -> webhook.path().equals("/two"), SOON);
        assertThat(one.webhookId()).isNotEqualTo(two.webhookId());
        assertThat(one.json().at("/id")).isEqualTo(two.json().at("/id"));
    }

    @Test
    void anEndpointGetsOnlyTheDirectionsItChose() {
        createEndpoint(business, crm.url("/inbound"), List.of("inbound"));
        createEndpoint(business, crm.url("/outbound"), List.of("outbound"));

        summarized(SampleCalls.call(callSid, 1, business, Direction.OUTBOUND));

        awaitState(callSid, 1, "delivered");
        assertThat(crm.received(callSid)).extracting(ReceivedWebhook::path).containsExactly("/outbound");
    }

    @Test
    void anotherBusinessGetsNothing() {
        endpoint("/hook");
        createEndpoint(Dispatcher.newBusiness(), crm.url("/stranger"));

        summarized(callSid, 1, business);

        awaitState(callSid, 1, "delivered");
        assertThat(crm.received(callSid)).extracting(ReceivedWebhook::path).containsExactly("/hook");
    }

    @Test
    void aCallThatBelongsToNobodyCreatesNothingUntilItIsAssigned() {
        endpoint("/hook");

        summarized(callSid, 1, null);
        summarized(callSid, 2, business);

        awaitState(callSid, 2, "delivered");
        assertThat(deliveries(callSid)).hasSize(1);
        assertThat(crm.received(callSid)).hasSize(1);
    }

    @Test
    void redeliveredEventIsIgnored() {
        endpoint("/hook");

        summarized(callSid, 1, business);
        summarized(callSid, 1, business);
        summarized(callSid, 2, business);

        awaitState(callSid, 2, "delivered");
        assertThat(deliveries(callSid))
                .extracting(delivery -> delivery.get("revision"))
                .containsExactly(2, 1);
        assertThat(crm.received(callSid))
                .filteredOn(webhook -> webhook.json().at("/data/revision").asInt() == 1)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anOlderRevisionThatComesLateIsIgnored() {
        endpoint("/hook");

        summarized(callSid, 2, business);
        summarized(callSid, 1, business);
        summarized(callSid, 3, business);

        awaitState(callSid, 3, "delivered");
        assertThat(deliveries(callSid))
                .extracting(delivery -> delivery.get("revision"))
                .containsExactly(3, 2);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextCallArrives() {
        endpoint("/hook");
        String poisoned = SampleCalls.newCallSid();
        byte[] poison = "{ no json".getBytes(StandardCharsets.UTF_8);

        Dispatcher.kafka()
                .send("call-summarized", poisoned, EventTypes.CALL_SUMMARIZED.type(), "poison-" + poisoned, poison);
        // The same partition: it stands behind the poison.
        summarized(callSid, 1, business);

        crm.awaitCall(callSid, SOON);
        var dead = Dispatcher.kafka()
                .await("call-summarized.webhook-dispatcher.dlq", record -> poisoned.equals(record.key()), SOON);
        assertThat(KafkaProbe.text(dead)).isEqualTo("{ no json");
    }

    @Test
    void aNewerRevisionTakesThePlaceOfAWaitingOne() {
        endpoint("/hook");
        crm.answerNext(1, Answer.retryAfter(503, Duration.ofSeconds(60)));
        summarized(callSid, 1, business);
        awaitState(callSid, 1, "pending");

        summarized(callSid, 2, business);

        awaitState(callSid, 2, "delivered");
        assertThat(awaitState(callSid, 1, "superseded")).containsEntry("supersededBy", 2);
    }

    @Test
    void aNewerRevisionWaitsForTheAttemptOnItsWay() {
        endpoint("/hook");
        Duration slow = Duration.ofMillis(1500);
        crm.answerNext(1, new Answer(200, Map.of(), "", slow, Duration.ZERO));
        summarized(callSid, 1, business);
        ReceivedWebhook first = crm.await(webhook -> webhook.callSid().equals(callSid), SOON);

        summarized(callSid, 2, business);

        ReceivedWebhook second = crm.await(
                webhook -> webhook.callSid().equals(callSid)
                        && webhook.json().at("/data/revision").asInt() == 2,
                SOON);
        assertThat(second.receivedAt()).isAfterOrEqualTo(first.receivedAt().plus(slow));
        awaitState(callSid, 1, "delivered");
        awaitState(callSid, 2, "delivered");
    }

    @Test
    void anOldRevisionThatFailsOnItsWayIsNotTriedAgain() {
        endpoint("/hook");
        crm.answerNext(1, Answer.hang(Duration.ofSeconds(20)));
        summarized(callSid, 1, business);
        crm.await(webhook -> webhook.callSid().equals(callSid), SOON);

        summarized(callSid, 2, business);

        awaitState(callSid, 2, "delivered");
        awaitState(callSid, 1, "superseded");
        assertThat(crm.received(callSid)).hasSize(2);
    }

    private void endpoint(String path) {
        crm.register(path, createEndpoint(business, crm.url(path)).secret());
    }
}
