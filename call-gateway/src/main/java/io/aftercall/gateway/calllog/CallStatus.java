package io.aftercall.gateway.calllog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Twilio's {@code CallStatus}, in the order a call goes through them; everything from {@link #COMPLETED} is final. */
public enum CallStatus {
    QUEUED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    CANCELED,
    FAILED;

    /** Reads Twilio's word; empty for one that is not known (yet), which then changes nothing. */
    public static Optional<CallStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** Twilio's word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }
}
