package io.aftercall.dispatcher.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "' 7 ' | PT7S",
                "Fri, 20 Nov 2026 20:01:00 GMT | PT1M",
                "Friday, 20-Nov-26 20:01:00 GMT | PT1M",
                "Fri Nov 20 20:01:00 2026 | PT1M",
                "Sun Dec  6 20:00:00 2026 | PT384H",
                "Fri, 20 Nov 2026 19:00:00 GMT | PT0S",
            })
    void secondsAndAllThreeKindsOfDateAreRead(String header, Duration expected) {
        assertThat(RetryAfter.read(header, NOW)).contains(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "1.5", "Fri, 32 Nov 2026 20:01:00 GMT"})
    void anythingElseAsksForNothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    @Test
    void aNumberTooLargeToCountIsALongTime() {
        assertThat(RetryAfter.read("99999999999999999999999999", NOW))
                .hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(Duration.ofDays(365)));
    }
}
