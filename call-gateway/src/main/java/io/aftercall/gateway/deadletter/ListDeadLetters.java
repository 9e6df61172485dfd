package io.aftercall.gateway.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Shows what waits among the dead letters. */
@ApplicationScoped
class ListDeadLetters {

    private final DeadLetterTopics topics;

    ListDeadLetters(DeadLetterTopics topics) {
        this.topics = topics;
    }

    /** At most {@code limit} of those that were not replayed yet, in the order they died. */
    List<DeadLetter> list(Predicate<String> wanted, boolean withPayload, int limit) {
        List<DeadLetter> found = new ArrayList<>();
        topics.read(wanted, batch -> {
            batch.forEach(record -> found.add(DeadLetter.of(record, withPayload)));
            return found.size() < limit;
        });
        return found.stream()
                .sorted(Comparator.comparing(DeadLetter::at)
                        .thenComparing(DeadLetter::topic)
                        .thenComparing(DeadLetter::partition)
                        .thenComparing(DeadLetter::offset))
                .limit(limit)
                .toList();
    }
}
