package io.aftercall.chassis.work;

import java.time.Duration;
import java.util.Optional;

/**
 * Why an attempt failed, and whether another one can help. Reason and message are stored, published and logged: neither
 * may hold what a caller said, a number or a secret.
 */
public final class StageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean passing;
    private final Duration retryAfter;

    private StageFailure(String reason, String message, boolean passing, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** Trying again can help. */
    public static StageFailure passing(String reason, String message) {
        return new StageFailure(reason, message, true, null, null);
    }

    /** Trying again can help, but not before {@code retryAfter} is over. */
    public static StageFailure passing(String reason, String message, Duration retryAfter) {
        return new StageFailure(reason, message, true, retryAfter, null);
    }

    /** Trying again gives the same. */
    public static StageFailure permanent(String reason, String message) {
        return new StageFailure(reason, message, false, null, null);
    }

    /** The same failure, with the exception that led to it. */
    public StageFailure causedBy(Throwable cause) {
        return new StageFailure(reason, getMessage(), passing, retryAfter, cause);
    }

    /** A machine-readable word. */
    public String reason() {
        return reason;
    }

    /** Whether another attempt can help. */
    public boolean isPassing() {
        return passing;
    }

    /** The least time before the next attempt, where somebody said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
