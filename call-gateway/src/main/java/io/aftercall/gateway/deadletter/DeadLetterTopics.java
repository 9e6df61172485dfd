package io.aftercall.gateway.deadletter;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads dead-letter topics from where the last replay ended, as no group and without leaving a trace. */
@ApplicationScoped
class DeadLetterTopics {

    private static final String SUFFIX = ".dlq";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GIVE_UP = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    private final ReplayMarks marks;

    DeadLetterTopics(@Identifier("default-kafka-broker") Map<String, Object> broker, ReplayMarks marks) {
        this.broker = broker;
        this.marks = marks;
    }

    /** The topic whose records a dead-letter topic holds: {@code <topic>.<service>.dlq}. */
    static String originalOf(String deadLetterTopic) {
        int service = deadLetterTopic.lastIndexOf('.', deadLetterTopic.length() - SUFFIX.length() - 1);
        return deadLetterTopic.substring(0, service);
    }

    /** On a shared broker there may be others that end so and do not say what they were. */
    private static boolean isDeadLetterTopic(String topic) {
        return topic.endsWith(SUFFIX) && topic.lastIndexOf('.', topic.length() - SUFFIX.length() - 1) > 0;
    }

    /** Whether {@code name} is a dead-letter topic or the topic it belongs to. */
    static Predicate<String> named(String name) {
        return topic -> topic.equals(name) || originalOf(topic).equals(name);
    }

    /**
     * Reads what waits on the topics that are {@code wanted}, oldest first in each partition.
     *
     * @param reader is given a batch, and says whether to go on
     * @return how many topics are wanted
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    int read(Predicate<String> wanted, Predicate<ConsumerRecords<String, byte[]>> reader) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> isDeadLetterTopic(info.topic()) && wanted.test(info.topic()))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seekToWaiting(consumer, partitions, ends);
            boolean more = true;
            long lastSeen = System.nanoTime();
            while (more && !reached(consumer, ends)) {
                ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
                lastSeen = batch.isEmpty() ? lastSeen : System.nanoTime();
                if (System.nanoTime() - lastSeen > GIVE_UP.toNanos()) {
                    throw new TimeoutException("The broker stopped answering.");
                }
                more = reader.test(batch);
            }
            return (int)
                    partitions.stream().map(TopicPartition::topic).distinct().count();
        }
    }

    private void seekToWaiting(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> known = marks.all();
        Map<TopicPartition, Long> waiting = partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> {
                    long mark = known.getOrDefault(partition, 0L);
                    // A mark past the end is of a topic that was made anew since.
                    return mark > ends.get(partition) ? begins.get(partition) : Math.max(mark, begins.get(partition));
                }));
        waiting.entrySet().removeIf(entry -> entry.getValue() >= ends.get(entry.getKey()));
        consumer.assign(waiting.keySet());
        waiting.forEach(consumer::seek);
    }

    private static boolean reached(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return consumer.assignment().stream()
                .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) GIVE_UP.toMillis());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
