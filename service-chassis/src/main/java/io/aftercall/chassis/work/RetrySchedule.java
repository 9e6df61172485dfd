package io.aftercall.chassis.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt.
 *
 * @param delays before the second attempt, the third, …; one more attempt than delays in all
 * @param jitter the part by which a delay varies either way, 0 to 1, so that what failed together does not come back
 *     together
 */
public record RetrySchedule(List<Duration> delays, double jitter) {

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("jitter must be from 0 to 1");
        }
    }

    /** A schedule of {@code delays.size() + 1} attempts. */
    public static RetrySchedule of(List<Duration> delays, double jitter) {
        return new RetrySchedule(delays, jitter);
    }

    /**
     * The wait after {@code failures} failed attempts.
     *
     * @param failures from 1
     * @param random where the jitter comes from
     * @return empty when there are no attempts left
     */
    public Optional<Duration> delayAfter(int failures, RandomGenerator random) {
        if (failures > delays.size()) {
            return Optional.empty();
        }
        Duration delay = delays.get(failures - 1);
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Optional.of(Duration.ofMillis(Math.round(delay.toMillis() * factor)));
    }
}
