package io.aftercall.dispatcher.send;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code Retry-After} header in all the forms of RFC 9110: seconds, and its three kinds of date. */
final class RetryAfter {
    /** More digits than any pause anybody waits for, and still a {@code long}. */
    private static final int MOST_DIGITS = 15;

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * How long to wait from {@code now}; zero for a date that is past, empty for no header or one that says nothing.
     *
     * @param header the header's value; null if there is none
     */
    static Optional<Duration> read(String header, Instant now) {
        String value = header == null ? "" : header.strip();
        if (value.matches("\\d+")) {
            return Optional.of(
                    value.length() > MOST_DIGITS
                            ? Duration.ofSeconds(Long.MAX_VALUE)
                            : Duration.ofSeconds(Long.parseLong(value)));
        }
        return DATES.stream()
                .flatMap(format -> date(value, format).stream())
                .findFirst()
                .map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(value, format).toInstant());
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
