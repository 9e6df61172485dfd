package io.aftercall.gateway.calls;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.events.Direction;
import io.aftercall.gateway.calllog.Progress;
import io.aftercall.gateway.number.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which calls to list; null means all.
 *
 * @param from calls that began at this moment or later
 * @param to calls that began before this moment
 * @param number E.164, at either end
 * @param cursor where the page before ended
 * @param limit how many at most
 */
record CallFilter(
        Instant from,
        Instant to,
        Direction direction,
        Progress status,
        String businessId,
        String number,
        Cursor cursor,
        int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 250;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    CallFilter forBusiness(String id) {
        return new CallFilter(from, to, direction, status, id, number, cursor, limit);
    }

    static Instant time(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // Answered below, like a time nobody can mean.
        }
        throw Problem.invalid(name + " is a date such as 2026-11-20 or a time such as 2026-11-20T20:00:00Z.");
    }

    static Direction direction(String text) {
        return text == null
                ? null
                : Arrays.stream(Direction.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("direction is inbound or outbound."));
    }

    static Progress status(String text) {
        return text == null
                ? null
                : Progress.of(text)
                        .orElseThrow(() -> Problem.invalid("status is one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Progress.values())
                                                .map(Progress::word)
                                                .toList())
                                + "."));
    }

    /** A plus sign that was not percent-encoded arrives as a blank. */
    static String number(String text) {
        return text == null
                ? null
                : PhoneNumber.of(printable("number", text).replaceFirst("^ ", "+"))
                        .text();
    }

    static String business(String text) {
        return text == null ? null : printable("business", text);
    }

    static Cursor cursor(String text) {
        return text == null ? null : Cursor.parse(text);
    }

    static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST) {
            throw Problem.invalid("limit is a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(text);
    }

    static String callSid(String text) {
        if (!text.matches("CA[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException("not a call SID");
        }
        return text;
    }

    private static String printable(String name, String text) {
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(name + " is too long, or holds a control character.");
        }
        return text;
    }
}
