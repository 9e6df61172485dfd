package io.aftercall.gateway.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftercall.chassis.consume.DeadLetters;
import io.aftercall.chassis.kafka.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be processed.
 *
 * @param topic the dead-letter topic it lies on
 * @param at when it was put there
 * @param callSid the call it is about, as its key says; null without one
 * @param type which event it says it is
 * @param reason why it is here, as one word
 * @param payload what it holds; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        Instant at,
        String callSid,
        String type,
        String reason,
        String originalPartition,
        String originalOffset,
        String payload) {

    static DeadLetter of(ConsumerRecord<String, byte[]> record, boolean withPayload) {
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                CloudEvents.read(record.headers(), CloudEvents.TYPE),
                CloudEvents.read(record.headers(), DeadLetters.REASON),
                CloudEvents.read(record.headers(), DeadLetters.PARTITION),
                CloudEvents.read(record.headers(), DeadLetters.OFFSET),
                withPayload && record.value() != null ? new String(record.value(), StandardCharsets.UTF_8) : null);
    }
}
