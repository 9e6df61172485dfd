package io.aftercall.chassis.consume;

import io.aftercall.chassis.ServiceConfig;
import io.aftercall.chassis.kafka.EventProducer;
import io.aftercall.chassis.time.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * Puts a record that can never be processed on {@code <topic>.<service>.dlq}, with its own headers and the reason, and
 * returns only when the broker has it.
 */
@ApplicationScoped
public class DeadLetters {

    /** Why it is here: a machine-readable word. */
    public static final String REASON = "dead-letter-reason";

    /** The topic it came from, where a replay puts it back. */
    public static final String TOPIC = "dead-letter-topic";

    /** The partition it came from. */
    public static final String PARTITION = "dead-letter-partition";

    /** Its offset there. */
    public static final String OFFSET = "dead-letter-offset";

    /** There, with {@code too_large}, when the letter had to leave its body where it came from. */
    public static final String BODY = "dead-letter-body";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventProducer producer;
    private final Backoff backoff;
    private final ServiceConfig service;

    DeadLetters(EventProducer producer, Backoff backoff, ServiceConfig service) {
        this.producer = producer;
        this.backoff = backoff;
        this.service = service;
    }

    /** The dead-letter topic of {@code topic} for the service called {@code consumer}. */
    public static String topicOf(String topic, String consumer) {
        return topic + "." + consumer + ".dlq";
    }

    void bury(ConsumerRecord<String, byte[]> record, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topicOf(record.topic(), service.name()), null, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        replace(letter.headers(), REASON, reason);
        replace(letter.headers(), TOPIC, record.topic());
        replace(letter.headers(), PARTITION, String.valueOf(record.partition()));
        replace(letter.headers(), OFFSET, String.valueOf(record.offset()));
        sendUntilTaken(letter);
        LOG.errorf(
                "Dead letter (%s): %s-%d@%d is on %s. Mend the cause, then replay it.",
                reason, record.topic(), record.partition(), record.offset(), letter.topic());
    }

    private void sendUntilTaken(ProducerRecord<String, byte[]> letter) {
        int failures = 0;
        while (true) {
            try {
                producer.send(letter).get();
                return;
            } catch (ExecutionException refused) {
                if (refused.getCause() instanceof RecordTooLargeException && letter.value() != null) {
                    sendUntilTaken(withoutBody(letter));
                    return;
                }
                failures++;
                LOG.warnf(
                        "A dead letter waits for the broker: %s",
                        refused.getCause().getClass().getSimpleName());
                backoff.pause(failures);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted before the dead letter was kept.", interrupted);
            }
        }
    }

    private static ProducerRecord<String, byte[]> withoutBody(ProducerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> rest =
                new ProducerRecord<>(letter.topic(), null, letter.key(), null, letter.headers());
        replace(rest.headers(), BODY, "too_large");
        return rest;
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
