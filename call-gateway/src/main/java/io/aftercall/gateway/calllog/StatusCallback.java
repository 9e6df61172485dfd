package io.aftercall.gateway.calllog;

import io.aftercall.events.Direction;
import java.time.Instant;

/**
 * Where a call leg is.
 *
 * @param parentCallSid the leg this one was dialled from; null for a call of its own
 * @param direction seen from the business; null if not told
 * @param from E.164 or Twilio's word; null if not told
 * @param to likewise
 * @param status Twilio's word; null for one that is not known
 * @param sequence Twilio's {@code SequenceNumber}; null if not told
 * @param at when Twilio says it happened, else when it was received
 * @param durationSec Twilio's {@code CallDuration}; null if not told
 * @param recording the recording this callback names; null for most
 */
public record StatusCallback(
        String callSid,
        String accountSid,
        String parentCallSid,
        Direction direction,
        String from,
        String to,
        CallStatus status,
        Integer sequence,
        Instant at,
        Integer durationSec,
        Recording recording)
        implements TwilioCallback {

    @Override
    public Leg foldInto(Leg leg) {
        return leg.with(this);
    }

    /** The status in the order statuses are compared by; null when there is no known one. */
    Standing standing() {
        return status == null ? null : new Standing(status, sequence == null ? Standing.UNNUMBERED : sequence);
    }

    boolean isFinal() {
        return status != null && status.isFinal();
    }

    /** The earliest moment at which this callback shows the call to have existed. */
    Instant knownSince() {
        return isFinal() && durationSec != null ? at.minusSeconds(durationSec) : at;
    }
}
