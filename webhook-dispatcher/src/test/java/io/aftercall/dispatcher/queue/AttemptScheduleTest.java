package io.aftercall.dispatcher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.dispatcher.TestConfig;
import io.aftercall.dispatcher.send.ErrorClass;
import io.aftercall.dispatcher.send.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The schedule as it is shipped. */
class AttemptScheduleTest {
    private static final List<Duration> PLAN = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final AttemptSchedule schedule = schedule(new Random(7));

    @Test
    void theFirstAttemptIsMadeAtOnce() {
        assertThat(schedule.beforeFirst()).isZero();
    }

    @Test
    void tenAttemptsAreMadeOverThreeDays() {
        AttemptSchedule steady = schedule(() -> 1L << 63);

        List<Duration> pauses = IntStream.rangeClosed(1, 9)
                .mapToObj(failures -> steady.afterFailure(failures, failed(ErrorClass.STATUS, null))
                        .orElseThrow())
                .toList();

        assertThat(pauses).isEqualTo(PLAN);
        assertThat(steady.afterFailure(10, failed(ErrorClass.STATUS, null))).isEmpty();
    }

    @Test
    void pausesVaryByAFifthAtMostAndDoVary() {
        Duration planned = Duration.ofMinutes(5);

        List<Duration> pauses = IntStream.range(0, 200)
                .mapToObj(i -> schedule.afterFailure(2, failed(ErrorClass.CONNECT, null))
                        .orElseThrow())
                .toList();

        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause)
                        .isBetween(
                                planned.multipliedBy(8).dividedBy(10),
                                planned.multipliedBy(12).dividedBy(10)));
        assertThat(pauses).anyMatch(pause -> pause.toSeconds() < 250).anyMatch(pause -> pause.toSeconds() > 350);
    }

    @Test
    void aSlowReceiverIsLeftAloneForAMinute() {
        assertThat(schedule.afterFailure(1, failed(ErrorClass.TIMEOUT, null))).contains(Duration.ofSeconds(60));
    }

    @Test
    void retryAfterIsNeverUndercut() {
        assertThat(schedule.afterFailure(1, failed(ErrorClass.STATUS, Duration.ofMinutes(10))))
                .contains(Duration.ofMinutes(10));
    }

    @Test
    void norDoesItHurryTheSchedule() {
        assertThat(schedule.afterFailure(3, failed(ErrorClass.STATUS, Duration.ofSeconds(1))))
                .hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(Duration.ofMinutes(20)));
    }

    @Test
    void retryAfterIsHonouredUpToADay() {
        assertThat(schedule.afterFailure(1, failed(ErrorClass.STATUS, Duration.ofDays(30))))
                .contains(Duration.ofHours(24));
    }

    private static AttemptSchedule schedule(RandomGenerator random) {
        return new AttemptSchedule(TestConfig.of(QueueConfig.class, Map.of()), random);
    }

    private static Exchange failed(ErrorClass error, Duration retryAfter) {
        return new Exchange(Instant.EPOCH, Duration.ZERO, null, error, null, new byte[0], retryAfter);
    }
}
