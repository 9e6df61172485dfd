package io.aftercall.chassis.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.Events;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallEnded;
import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingStored;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class OutboxTest {

    private static final String TOPIC = EventTypes.RECORDING_STORED.topic();

    @Inject
    Outbox outbox;

    @Inject
    OutboxBatch batch;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        kafka = EmbeddedStack.kafkaProbe();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void aCommittedEventIsSentWithItsCloudEventAttributes() throws Exception {
        RecordingStored event = outcome(Events.newCall());

        QuarkusTransaction.requiringNew().run(() -> outbox.publish(EventTypes.RECORDING_STORED, event));

        ConsumerRecord<String, byte[]> sent = awaitOne(event.callSid());
        assertThat(json.readValue(sent.value(), RecordingStored.class)).isEqualTo(event);
        assertThat(KafkaProbe.header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(KafkaProbe.header(sent, "ce_type")).isEqualTo("io.aftercall.recording.stored.v1");
        assertThat(KafkaProbe.header(sent, "ce_source")).isEqualTo("/chassis-test");
        assertThat(UUID.fromString(KafkaProbe.header(sent, "ce_id"))).isNotNull();
        assertThat(Instant.parse(KafkaProbe.header(sent, "ce_time")))
                .isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void aRolledBackEventIsNeverSent() {
        RecordingStored rolledBack = outcome(Events.newCall());
        RecordingStored committed = outcome(Events.newCall());

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(EventTypes.RECORDING_STORED, rolledBack);
                    throw new IllegalArgumentException("rolled back by the test");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(EventTypes.RECORDING_STORED, committed));

        awaitOne(committed.callSid());
        assertThat(kafka.records(TOPIC, rolledBack.callSid())).isEmpty();
    }

    @Test
    void publishingOutsideATransactionIsAnError() {
        assertThatThrownBy(() -> outbox.publish(EventTypes.RECORDING_STORED, outcome(Events.newCall())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRowOfAServiceThatDiedBeforeSendingIsSentByAnother() {
        String callSid = Events.newCall();

        insertAsIfItsServiceHadDied(callSid);

        awaitOne(callSid);
        await().atMost(5, SECONDS).until(() -> rowsOf(callSid) == 0);
    }

    @Test
    void aRelayThatDiesBetweenAcknowledgementAndDeleteSendsAgainUnderTheSameId() throws Exception {
        String callSid = Events.newCall();
        UUID id = insertAsIfItsServiceHadDied(callSid);
        awaitOne(callSid);

        insert(callSid, id);

        await().atMost(10, SECONDS).until(() -> kafka.records(TOPIC, callSid).size() == 2);
        assertThat(kafka.records(TOPIC, callSid))
                .extracting(sent -> KafkaProbe.header(sent, "ce_id"))
                .containsOnly(id.toString());
    }

    @Test
    void relaysSideBySideSendEachEventOnce() throws Exception {
        String prefix = Events.newCall();
        int events = 2_000;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox (ce_id, topic, key, ce_type, body)
                        SELECT gen_random_uuid(), :topic, :prefix || n, 'io.aftercall.test.v1', convert_to('{}', 'UTF8')
                        FROM generate_series(1, :events) n
                        """)
                .bind("topic", TOPIC)
                .bind("prefix", prefix)
                .bind("events", events)
                .execute());

        // The application's own relay is the third beside these two.
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> relays =
                    List.of(replicas.submit(this::relayUntilEmpty), replicas.submit(this::relayUntilEmpty));
            for (Future<Integer> relay : relays) {
                relay.get(60, SECONDS);
            }
        } finally {
            replicas.shutdownNow();
        }

        await().atMost(20, SECONDS).until(() -> rowsOf(prefix + events) == 0);
        await().atMost(20, SECONDS).until(() -> sentWith(prefix).size() >= events);
        Set<String> ids = sentWith(prefix).stream()
                .map(sent -> KafkaProbe.header(sent, "ce_id"))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(events);
        assertThat(sentWith(prefix)).hasSize(events);
    }

    @Test
    void anEventTheBrokerWillNeverTakeIsSetAsideAndTheOthersGoOn() {
        String tooLarge = Events.newCall();
        RecordingStored next = outcome(Events.newCall());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox (ce_id, topic, key, ce_type, body)
                        SELECT gen_random_uuid(), :topic, :key, 'io.aftercall.test.v1',
                               convert_to(repeat('x', 9 * 1024 * 1024), 'UTF8')
                        """)
                .bind("topic", TOPIC)
                .bind("key", tooLarge)
                .execute());

        QuarkusTransaction.requiringNew().run(() -> outbox.publish(EventTypes.RECORDING_STORED, next));

        awaitOne(next.callSid());
        await().atMost(5, SECONDS)
                .until(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT refused FROM outbox WHERE key = :key AND refused IS NOT NULL")
                        .bind("key", tooLarge)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent()));
    }

    @Test
    void forgettingTakesBackWhatIsNotSentBarTheNewsOfTheErasure() {
        String callSid = Events.newCall();

        QuarkusTransaction.requiringNew().run(() -> {
            outbox.publish(EventTypes.RECORDING_STORED, outcome(callSid));
            outbox.publish(EventTypes.CALL_ERASED, new CallErased(callSid, 1, Instant.now()));
            outbox.forget(callSid, EventTypes.CALL_ERASED.topic());
        });

        await().atMost(10, SECONDS)
                .until(() ->
                        !kafka.records(EventTypes.CALL_ERASED.topic(), callSid).isEmpty());
        assertThat(kafka.records(TOPIC, callSid)).isEmpty();
    }

    private int relayUntilEmpty() throws Exception {
        int relayed = 0;
        int claimed;
        do {
            claimed = batch.relay();
            relayed += claimed;
        } while (claimed > 0);
        return relayed;
    }

    private List<ConsumerRecord<String, byte[]>> sentWith(String prefix) {
        return kafka.records(TOPIC).stream()
                .filter(sent -> sent.key().startsWith(prefix))
                .toList();
    }

    private ConsumerRecord<String, byte[]> awaitOne(String callSid) {
        await().atMost(10, SECONDS).until(() -> !kafka.records(TOPIC, callSid).isEmpty());
        assertThat(kafka.records(TOPIC, callSid)).hasSize(1);
        return kafka.records(TOPIC, callSid).get(0);
    }

    private UUID insertAsIfItsServiceHadDied(String callSid) {
        UUID id = UUID.randomUUID();
        insert(callSid, id);
        return id;
    }

    private void insert(String callSid, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox (ce_id, topic, key, ce_type, body)
                        VALUES (:id, :topic, :key, 'io.aftercall.test.v1', convert_to('{}', 'UTF8'))
                        """)
                .bind("id", id)
                .bind("topic", TOPIC)
                .bind("key", callSid)
                .execute());
    }

    private int rowsOf(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE key = :key")
                .bind("key", key)
                .mapTo(int.class)
                .one());
    }

    private static RecordingStored outcome(String callSid) {
        CallEnded ended = Events.callEnded(callSid, 1);
        return Events.stored(ended, "unanswered");
    }
}
