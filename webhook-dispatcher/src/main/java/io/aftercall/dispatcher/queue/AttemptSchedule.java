package io.aftercall.dispatcher.queue;

import io.aftercall.dispatcher.send.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Says when a delivery is tried again, and when it has been tried enough. */
@ApplicationScoped
public class AttemptSchedule {
    private final QueueConfig config;
    private final RandomGenerator random;

    AttemptSchedule(QueueConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /** The pause before the first attempt. */
    public Duration beforeFirst() {
        return jittered(config.retryDelays().get(0));
    }

    /**
     * The pause before the next attempt; empty when there is none.
     *
     * @param failures how many attempts have failed, the last included
     * @param last the last one: who was too slow, or asks to be left alone, is given more time
     */
    Optional<Duration> afterFailure(int failures, Exchange last) {
        if (failures >= config.retryDelays().size()) {
            return Optional.empty();
        }
        Duration planned = jittered(config.retryDelays().get(failures));
        Duration owed = last.timedOut() ? config.pauseAfterTimeOut() : Duration.ZERO;
        Duration asked = last.retryAfterIfAny()
                .map(pause -> Collections.min(List.of(pause, config.longestRetryAfter())))
                .orElse(Duration.ZERO);
        return Optional.of(Collections.max(List.of(planned, owed, asked)));
    }

    private Duration jittered(Duration pause) {
        double factor = 1 + config.retryJitter() * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
