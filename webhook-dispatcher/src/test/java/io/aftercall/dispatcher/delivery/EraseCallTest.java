package io.aftercall.dispatcher.delivery;

import static io.aftercall.dispatcher.Dispatcher.SOON;
import static io.aftercall.dispatcher.Dispatcher.awaitState;
import static io.aftercall.dispatcher.Dispatcher.createEndpoint;
import static io.aftercall.dispatcher.Dispatcher.deliveries;
import static io.aftercall.dispatcher.Dispatcher.summarized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.dispatcher.Dispatcher;
import io.aftercall.dispatcher.SampleCalls;
import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class EraseCallTest {
    @Inject
    Jdbi jdbi;

    private final CrmReceiver crm = CrmReceiver.start();
    private final String business = Dispatcher.newBusiness();
    private final String callSid = SampleCalls.newCallSid();

    @BeforeEach
    void createTheEndpoint() {
        crm.register("/hook", createEndpoint(business, crm.url("/hook")).secret());
    }

    @AfterEach
    void stopReceiver() {
        crm.close();
    }

    @Test
    void anErasedCallIsForgotten() {
        crm.answerNext(1, Answer.retryAfter(503, Duration.ofSeconds(60)));
        summarized(callSid, 1, business);
        awaitState(callSid, 1, "pending");

        erase();

        await().atMost(SOON).until(() -> deliveries(callSid).isEmpty());
        assertNothingIsKept();
    }

    @Test
    void whatIsOnItsWayMeanwhileIsNotTriedAgain() {
        crm.answerNext(1, new Answer(500, Map.of(), "", Duration.ofMillis(1500), Duration.ZERO));
        summarized(callSid, 1, business);
        crm.await(webhook -> webhook.callSid().equals(callSid), SOON);

        erase();

        await().atMost(SOON).until(() -> deliveries(callSid).isEmpty());
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(crm.received(callSid)).hasSize(1));
        assertNothingIsKept();
    }

    @Test
    void whatArrivesAfterTheErasureResurrectsNothing() {
        erase();
        await().atMost(SOON).until(() -> rows("tombstone WHERE call_sid = '" + callSid + "'") == 1);

        summarized(callSid, 1, business);
        summarized(SampleCalls.newCallSid(), 1, business);

        crm.await(webhook -> !webhook.callSid().equals(callSid), SOON);
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> deliveries(callSid).isEmpty());
        assertThat(crm.received(callSid)).isEmpty();
    }

    private void assertNothingIsKept() {
        assertThat(rows("event WHERE call_sid = '" + callSid + "'")).isZero();
        assertThat(rows("delivery WHERE call_sid = '" + callSid + "'")).isZero();
        assertThat(rows("attempt a LEFT JOIN delivery d ON d.id = a.delivery_id WHERE d.id IS NULL"))
                .isZero();
    }

    private void erase() {
        Dispatcher.tell(EventTypes.CALL_ERASED, callSid, new CallErased(callSid, 1, Instant.now()));
    }

    private int rows(String from) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from)
                .mapTo(int.class)
                .one());
    }
}
