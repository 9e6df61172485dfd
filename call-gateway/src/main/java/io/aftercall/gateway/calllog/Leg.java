package io.aftercall.gateway.calllog;

import io.aftercall.events.Direction;
import java.time.Duration;
import java.time.Instant;

/**
 * One call leg as Twilio told it: the fold of its callbacks. Everything told is joined by {@link Merge}, so any order of
 * the same callbacks, with any repeats, gives the same leg.
 *
 * @param parentCallSid the leg this one was dialled from; null for a call of its own
 * @param direction seen from the business; null until told
 * @param from E.164 or Twilio's word; null until told
 * @param to likewise
 * @param standing the status that counts; null until told
 * @param startedAt the earliest moment the call is known from; null until told
 * @param answeredAt null unless told
 * @param endedAt null until it is over
 * @param durationSec Twilio's {@code CallDuration}; null until told
 */
record Leg(
        String callSid,
        String accountSid,
        String parentCallSid,
        Direction direction,
        String from,
        String to,
        Standing standing,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        Integer durationSec,
        Recordings recordings) {

    /** A leg of which nothing is known but that it is. */
    static Leg unheardOf(String callSid, String accountSid) {
        return new Leg(callSid, accountSid, null, null, null, null, null, null, null, null, null, Recordings.NONE);
    }

    Leg with(StatusCallback told) {
        return new Leg(
                callSid,
                accountSid,
                Merge.known(parentCallSid, told.parentCallSid()),
                Merge.known(direction, told.direction()),
                Merge.known(from, told.from()),
                Merge.known(to, told.to()),
                Merge.greatest(standing, told.standing()),
                Merge.least(startedAt, told.knownSince()),
                Merge.least(answeredAt, told.status() == CallStatus.IN_PROGRESS ? told.at() : null),
                Merge.greatest(endedAt, told.isFinal() ? told.at() : null),
                Merge.greatest(durationSec, told.isFinal() ? told.durationSec() : null),
                told.recording() == null ? recordings : recordings.with(told.recording()));
    }

    Leg with(RecordingCallback told) {
        return new Leg(
                callSid,
                accountSid,
                parentCallSid,
                direction,
                from,
                to,
                standing,
                Merge.least(startedAt, told.recording().startedAt()),
                answeredAt,
                endedAt,
                durationSec,
                recordings.with(told.recording()));
    }

    boolean isOver() {
        return standing != null && standing.status().isFinal();
    }

    /** Whether somebody spoke: a call that is over and was not completed never began. */
    boolean wasAnswered() {
        return standing != null && standing.status() == CallStatus.COMPLETED;
    }

    /** Whether this leg was dialled by another one, which stands for the call. */
    boolean isChild() {
        return parentCallSid != null;
    }

    /** The number on the business's side of the call; null until told. */
    String businessSide() {
        return direction == Direction.OUTBOUND ? from : to;
    }

    /** Twilio's {@code CallDuration}, else end minus start, in seconds; null while neither is known. */
    Integer lengthSec() {
        if (durationSec != null || startedAt == null || endedAt == null) {
            return durationSec;
        }
        return (int) Math.max(0, Duration.between(startedAt, endedAt).toSeconds());
    }
}
