package io.aftercall.gateway.deadletter;

import io.aftercall.chassis.kafka.EventProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Puts dead letters back on the topic they came from, as they were. Each batch is remembered when the broker has all of
 * it: a crash in between repeats some, which every consumer takes as the repeats they are.
 */
@ApplicationScoped
class ReplayDeadLetters {

    private static final Logger LOG = Logger.getLogger(ReplayDeadLetters.class);
    private static final String OUR_HEADERS = "dead-letter-";

    private final DeadLetterTopics topics;
    private final EventProducer producer;
    private final ReplayMarks marks;

    ReplayDeadLetters(DeadLetterTopics topics, EventProducer producer, ReplayMarks marks) {
        this.topics = topics;
        this.producer = producer;
        this.marks = marks;
    }

    /**
     * Replays what was not replayed yet.
     *
     * @return how many; empty if no topic is {@code wanted}
     * @throws KafkaException if the broker does not answer
     */
    OptionalInt replay(Predicate<String> wanted) {
        AtomicInteger replayed = new AtomicInteger();
        int found = topics.read(wanted, batch -> {
            putBack(batch);
            replayed.addAndGet(batch.count());
            return true;
        });
        LOG.infof("%d dead letters were put back.", replayed.get());
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(replayed.get());
    }

    private void putBack(ConsumerRecords<String, byte[]> batch) {
        List<Future<?>> sent = new ArrayList<>();
        batch.forEach(letter -> sent.add(producer.send(original(letter))));
        sent.forEach(ReplayDeadLetters::await);
        batch.partitions().forEach(partition -> {
            List<ConsumerRecord<String, byte[]>> letters = batch.records(partition);
            marks.set(partition, letters.get(letters.size() - 1).offset() + 1);
        });
    }

    private static ProducerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> original =
                new ProducerRecord<>(DeadLetterTopics.originalOf(letter.topic()), null, letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (!header.key().startsWith(OUR_HEADERS)) {
                original.headers().add(header);
            }
        });
        return original;
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException refused) {
            throw new KafkaException("A dead letter could not be put back.", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while dead letters were put back.", interrupted);
        }
    }
}
