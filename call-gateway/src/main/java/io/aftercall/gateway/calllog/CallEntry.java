package io.aftercall.gateway.calllog;

import io.aftercall.gateway.business.RecordingMode;
import java.time.Instant;

/**
 * A call's row in the call log, as far as callbacks and publishing change it. What the pipeline adds is written by it
 * alone.
 *
 * @param leg what Twilio told
 * @param businessId whose call it is; null while it is unassigned
 * @param recordingMode how it is recorded
 * @param progress how far it is with us
 * @param published what was last said of it; {@link Published#NOTHING} until its recording is settled
 * @param settleBy when to stop waiting for its recording; null until it is over without one
 */
record CallEntry(
        Leg leg,
        String businessId,
        RecordingMode recordingMode,
        Progress progress,
        Published published,
        Instant settleBy) {

    /** The entry now that {@code told} is known too. */
    CallEntry with(TwilioCallback told) {
        Leg leg = told.foldInto(this.leg);
        Progress moved = leg.isOver() && progress == Progress.IN_PROGRESS ? Progress.ENDED : progress;
        return new CallEntry(leg, businessId, recordingMode, moved, published, settleBy);
    }

    CallEntry ownedBy(String business, RecordingMode mode) {
        return new CallEntry(leg, business, mode, progress, published, settleBy);
    }

    CallEntry waitingUntil(Instant deadline) {
        return new CallEntry(leg, businessId, recordingMode, progress, published, deadline);
    }

    CallEntry published(Published now, Progress progress) {
        return new CallEntry(leg, businessId, recordingMode, progress, now, settleBy);
    }

    /**
     * What was last published of a call.
     *
     * @param revision 0 before the first
     * @param recordingSid the recording it spoke of; null if none
     * @param recordingSec how long that was
     */
    record Published(int revision, String recordingSid, int recordingSec) {

        static final Published NOTHING = new Published(0, null, 0);

        boolean isNothing() {
            return revision == 0;
        }

        /** Whether {@code recording} has more to give than what was published. */
        boolean isSurpassedBy(Recording recording) {
            return recordingSid == null
                    || !recordingSid.equals(recording.sid()) && recording.lengthSec() > recordingSec;
        }
    }
}
