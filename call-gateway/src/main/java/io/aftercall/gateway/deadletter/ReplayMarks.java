package io.aftercall.gateway.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/** The table {@code dead_letter_replay}. */
@ApplicationScoped
class ReplayMarks {

    private final Jdbi jdbi;
    private final Clock clock;

    ReplayMarks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The first offset not yet replayed of each partition of which any was. */
    Map<TopicPartition, Long> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM dead_letter_replay")
                .map((row, context) -> Map.entry(
                        new TopicPartition(row.getString("topic"), row.getInt("topic_partition")),
                        row.getLong("next_offset")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void set(TopicPartition partition, long nextOffset) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO dead_letter_replay (topic, topic_partition, next_offset, replayed_at)
                        VALUES (:topic, :partition, :nextOffset, :now)
                        ON CONFLICT (topic, topic_partition) DO UPDATE SET
                            next_offset = excluded.next_offset, replayed_at = excluded.replayed_at
                        """)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("nextOffset", nextOffset)
                .bind("now", clock.instant())
                .execute());
    }
}
