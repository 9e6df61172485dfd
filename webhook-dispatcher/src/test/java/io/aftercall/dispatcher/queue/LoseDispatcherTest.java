package io.aftercall.dispatcher.queue;

import static io.aftercall.dispatcher.Dispatcher.SOON;
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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dispatcher that dies between its claim and its result, or wakes up too late, or has company. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class LoseDispatcherTest {
    @Inject
    Jdbi jdbi;

    @Inject
    ClaimDeliveries claimDeliveries;

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

    /** What another dispatcher left behind when it was killed right after its claim. */
    @Test
    void whatADeadDispatcherClaimedIsSentByAnother() {
        crm.answerNext(1, Answer.retryAfter(503, Duration.ofSeconds(60)));
        summarized(callSid, 1, business);
        Object id = awaitState(callSid, 1, "pending").get("id");

        jdbi.useHandle(handle -> handle.execute("""
                UPDATE delivery SET state = 'sending', attempt = attempt + 1, claimed_at = now(),
                       due_at = now() + interval '1 second' WHERE id = ?
                """, id));

        awaitState(callSid, 1, "delivered");
        assertThat(attempts(id))
                .extracting(attempt -> attempt.get("error"))
                .containsExactly("status", "abandoned", null);
    }

    @Test
    void aResultThatComesAfterItsLeaseChangesNothing() {
        crm.answerNext(1, Answer.hang(Duration.ofSeconds(20)));
        summarized(callSid, 1, business);
        ReceivedWebhook first = crm.await(webhook -> webhook.callSid().equals(callSid), SOON);

        jdbi.useHandle(handle -> handle.execute("UPDATE delivery SET due_at = now() WHERE id = ?", first.webhookId()));

        awaitState(callSid, 1, "delivered");
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(awaitState(callSid, 1, "delivered"))
                        .containsEntry("attempts", 2)
                        .containsEntry("lastStatusCode", 200));
        assertThat(attempts(first.webhookId()))
                .extracting(attempt -> attempt.get("error"))
                .containsExactly("abandoned", null);
    }

    @Test
    void anAbandonedRevisionGivesWayToANewerOne() {
        crm.answerNext(1, Answer.retryAfter(503, Duration.ofSeconds(60)));
        summarized(callSid, 1, business);
        Object id = awaitState(callSid, 1, "pending").get("id");
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE delivery SET state = 'sending', attempt = attempt + 1, claimed_at = now(),
                       due_at = now() + interval '2 seconds' WHERE id = ?
                """, id));

        summarized(callSid, 2, business);

        awaitState(callSid, 1, "superseded");
        awaitState(callSid, 2, "delivered");
        assertThat(crm.received(callSid))
                .extracting(webhook -> webhook.json().at("/data/revision").asInt())
                .containsExactly(1, 2);
    }

    /** The service's own dispatcher competes with four more claimers, which never send what they get. */
    @Test
    void noDeliveryIsEverClaimedTwiceAtOnce() throws Exception {
        crm.answerWhen(any -> true, Answer.ok());
        List<String> ids = dueInAnHour(200);
        ExecutorService claimers = Executors.newFixedThreadPool(4);
        List<String> claimed = new ArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        try {
            List<Future<List<String>>> all = IntStream.range(0, 4)
                    .mapToObj(i -> claimers.submit(() -> claimUntil(enough)))
                    .toList();
            jdbi.useHandle(
                    handle -> handle.execute("UPDATE delivery SET due_at = now() WHERE business_id = ?", business));
            await().atMost(SOON).until(this::noneIsPending);
            enough.set(true);
            for (Future<List<String>> mine : all) {
                claimed.addAll(mine.get());
            }
        } finally {
            enough.set(true);
            claimers.shutdownNow();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(sent()).hasSize(ids.size() - claimed.size()));
        assertThat(claimed).isNotEmpty().doesNotHaveDuplicates();
        assertThat(sent()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(claimed);
    }

    private List<String> sent() {
        return crm.received().stream().map(ReceivedWebhook::webhookId).toList();
    }

    private List<String> claimUntil(AtomicBoolean enough) {
        List<String> mine = new ArrayList<>();
        while (!enough.get()) {
            claimDeliveries.claim(7, Duration.ofMinutes(5)).forEach(delivery -> mine.add(delivery.id()));
        }
        return mine;
    }

    private boolean noneIsPending() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT NOT EXISTS (SELECT FROM delivery WHERE business_id = :business AND state = 'pending')")
                .bind("business", business)
                .mapTo(boolean.class)
                .one());
    }

    private List<String> dueInAnHour(int count) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO event (call_sid, type, revision, id, business_id, payload, created_at)
                            SELECT :callSid || n, 'call.completed', 1, 'evt_' || :callSid || n, :business, '{}', now()
                            FROM generate_series(1, :count) n
                            """)
                    .bind("callSid", callSid)
                    .bind("business", business)
                    .bind("count", count)
                    .execute();
            return handle.createQuery("""
                            INSERT INTO delivery (id, endpoint_id, business_id, event_type, call_sid, revision, state,
                                                  due_at, created_at)
                            SELECT 'msg_' || v.call_sid, e.id, v.business_id, v.type, v.call_sid, 1, 'pending',
                                   now() + interval '1 hour', now()
                            FROM event v JOIN endpoint e USING (business_id) WHERE business_id = :business
                            RETURNING id
                            """)
                    .bind("business", business)
                    .mapTo(String.class)
                    .list();
        });
    }
}
