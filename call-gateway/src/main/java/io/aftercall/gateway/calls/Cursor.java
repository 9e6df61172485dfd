package io.aftercall.gateway.calls;

import io.aftercall.chassis.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Where a page ended: the next one begins with the call after this one, whatever was added meanwhile.
 *
 * @param beganAt the last call's place in the order, in microseconds as the database keeps it
 * @param callSid tells calls of the same moment apart
 */
record Cursor(Instant beganAt, String callSid) {

    private static final String SEPARATOR = ":";
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** Opaque to clients. */
    String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, beganAt);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + SEPARATOR + callSid).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = decoded.indexOf(SEPARATOR);
            long micros = Long.parseLong(decoded.substring(0, Math.max(separator, 0)));
            return new Cursor(
                    Instant.ofEpochSecond(
                            Math.floorDiv(micros, MICROS_PER_SECOND),
                            Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO),
                    CallFilter.callSid(decoded.substring(separator + 1)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw Problem.invalid("cursor is not one that a list gave out.");
        }
    }
}
