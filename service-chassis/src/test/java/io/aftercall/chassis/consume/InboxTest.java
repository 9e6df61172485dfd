package io.aftercall.chassis.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.chassis.Events;
import io.aftercall.chassis.ScriptedConsumer;
import io.aftercall.chassis.ScriptedWorker;
import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.EventTypes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class InboxTest {

    private static final String TOPIC = EventTypes.CALL_ENDED.topic();
    private static final String DLQ = "call-ended.chassis-test.dlq";

    @Inject
    ScriptedConsumer consumer;

    @Inject
    ScriptedWorker worker;

    @Inject
    Tombstones tombstones;

    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        kafka = EmbeddedStack.kafkaProbe();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.aftercall.call.ended.v1 | this is not JSON         | not_json",
                "io.aftercall.call.ended.v1 | {\"revision\":1}         | invalid_at_$",
                "io.aftercall.call.ended.v1 | {\"revision\":\"many\"}  | invalid_at_$.revision",
                "io.aftercall.call.ended.v1 | null                     | no_body",
                "io.aftercall.call.ended.v2 | {}                       | unknown_type",
            })
    void aRecordThatCanNeverBeProcessedGoesToTheDeadLettersAndTheNextOneIsHandled(
            String type, String body, String reason) throws IOException {
        String poison = Events.newCall();
        String next = Events.newCall();

        kafka.send(TOPIC, poison, type, UUID.randomUUID().toString(), body.getBytes(UTF_8));
        Events.send(kafka, Events.callEnded(next, 1));

        ConsumerRecord<String, byte[]> letter = awaitLetter(poison);
        assertThat(KafkaProbe.header(letter, DeadLetters.REASON)).isEqualTo(reason);
        assertThat(KafkaProbe.header(letter, DeadLetters.TOPIC)).isEqualTo(TOPIC);
        assertThat(KafkaProbe.header(letter, "ce_type")).isEqualTo(type);
        assertThat(new String(letter.value(), UTF_8)).isEqualTo(body);
        await().atMost(10, SECONDS).until(() -> worker.stored(next).size() == 1);
    }

    @Test
    void anEventUnderAnotherCallsKeyIsADeadLetter() throws IOException {
        String key = Events.newCall();
        byte[] body = new com.fasterxml.jackson.databind.ObjectMapper()
                .findAndRegisterModules()
                .writeValueAsBytes(Events.callEnded(Events.newCall(), 1));

        kafka.send(TOPIC, key, EventTypes.CALL_ENDED.type(), UUID.randomUUID().toString(), body);

        assertThat(KafkaProbe.header(awaitLetter(key), DeadLetters.REASON)).isEqualTo("key_is_not_the_call");
    }

    @Test
    void aRecordWithoutAKeyIsADeadLetterAndTheNextOneIsHandled() throws IOException {
        String next = Events.newCall();
        String inside = Events.newCall();
        byte[] body = new com.fasterxml.jackson.databind.ObjectMapper()
                .findAndRegisterModules()
                .writeValueAsBytes(Events.callEnded(inside, 1));

        kafka.send(TOPIC, null, EventTypes.CALL_ENDED.type(), UUID.randomUUID().toString(), body);
        Events.send(kafka, Events.callEnded(next, 1));

        await().atMost(10, SECONDS).until(() -> worker.stored(next).size() == 1);
        await().atMost(10, SECONDS)
                .until(() -> kafka.records(DLQ).stream()
                        .anyMatch(
                                letter -> letter.key() == null && new String(letter.value(), UTF_8).contains(inside)));
        assertThat(worker.attempts(inside)).isEmpty();
    }

    @Test
    void aHandlerThatFailsAtFirstIsTriedAgainInPlace() throws IOException {
        String callSid = Events.newCall();
        AtomicInteger tries = new AtomicInteger();
        consumer.script(callSid, event -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        await().atMost(10, SECONDS).untilAtomic(tries, org.hamcrest.Matchers.is(3));
        assertThat(kafka.records(DLQ, callSid)).isEmpty();
    }

    @Test
    void aHandlerThatFindsTheEventInvalidIsNotTriedAgain() throws IOException {
        String callSid = Events.newCall();
        AtomicInteger tries = new AtomicInteger();
        consumer.script(callSid, event -> {
            tries.incrementAndGet();
            throw new UnreadableEvent("makes_no_sense");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(KafkaProbe.header(awaitLetter(callSid), DeadLetters.REASON)).isEqualTo("makes_no_sense");
        assertThat(tries).hasValue(1);
    }

    @Test
    void aLateEventOfAnErasedCallIsDropped() throws IOException {
        String erased = Events.newCall();
        String next = Events.newCall();
        QuarkusTransaction.requiringNew().run(() -> tombstones.bury(erased, Instant.now()));

        Events.send(kafka, Events.callEnded(erased, 1));
        Events.send(kafka, Events.callEnded(next, 1));

        await().atMost(10, SECONDS).until(() -> worker.stored(next).size() == 1);
        assertThat(worker.attempts(erased)).isEmpty();
    }

    private ConsumerRecord<String, byte[]> awaitLetter(String key) {
        await().atMost(10, SECONDS).until(() -> !kafka.records(DLQ, key).isEmpty());
        return kafka.records(DLQ, key).get(0);
    }
}
