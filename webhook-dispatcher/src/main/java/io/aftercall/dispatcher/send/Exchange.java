package io.aftercall.dispatcher.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of one attempt.
 *
 * @param startedAt when it began
 * @param latency how long it took, from looking up the host to the last byte read
 * @param statusCode the answer's; null if none came
 * @param error why it failed; null if it did not
 * @param detail one sentence on the failure, without secrets or anything that was said; null if there was none
 * @param responseHead the first bytes of the answer's body; empty if there was none
 * @param retryAfter how long the receiver asks to be left alone; null if it does not
 */
public record Exchange(
        Instant startedAt,
        Duration latency,
        Integer statusCode,
        ErrorClass error,
        String detail,
        byte[] responseHead,
        Duration retryAfter) {

    private static final int GONE = 410;

    /** Whether the receiver has the message. */
    public boolean succeeded() {
        return error == null;
    }

    /** Whether the receiver says that nobody will ever listen there again. */
    public boolean gone() {
        return statusCode != null && statusCode == GONE;
    }

    /** Whether the receiver was too slow. */
    public boolean timedOut() {
        return error == ErrorClass.TIMEOUT;
    }

    /** Why it failed, in two words at most: the error's class, and the status where there is one. */
    public String describeError() {
        return statusCode == null ? error.wireName() : error.wireName() + " " + statusCode;
    }

    /** How long the receiver asks to be left alone, if it does. */
    public Optional<Duration> retryAfterIfAny() {
        return Optional.ofNullable(retryAfter);
    }
}
