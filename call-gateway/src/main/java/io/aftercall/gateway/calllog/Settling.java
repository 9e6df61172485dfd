package io.aftercall.gateway.calllog;

import io.aftercall.events.RecordingNotice;
import io.aftercall.gateway.business.RecordingMode;
import java.util.Optional;

/**
 * Judges whether a call is over and its recording settled. Pure; the caller holds the call's lock.
 */
final class Settling {

    private Settling() {}

    /**
     * What to do with an entry now.
     *
     * @param waitedEnough whether a recording that is not known by now counts as never coming
     */
    static Verdict judge(CallEntry entry, boolean waitedEnough) {
        if (entry.leg().isChild() || !entry.leg().isOver()) {
            return new Verdict.NotYet();
        }
        return entry.published().isNothing() ? firstTime(entry, waitedEnough) : again(entry);
    }

    /** What can be said of the recording if nothing more is waited for. */
    static RecordingNotice noticeNow(CallEntry entry) {
        return known(entry).orElseGet(() -> RecordingNotice.none(RecordingNotice.State.OVERDUE, "recording_overdue"));
    }

    private static Verdict firstTime(CallEntry entry, boolean waitedEnough) {
        boolean moreToCome = entry.recordingMode() != RecordingMode.OFF
                && entry.leg().recordings().any(Recording.State.IN_PROGRESS);
        Optional<RecordingNotice> known = known(entry);
        if (waitedEnough || known.isPresent() && !moreToCome) {
            return new Verdict.Settled(noticeNow(entry));
        }
        return new Verdict.WaitForRecording();
    }

    private static Verdict again(CallEntry entry) {
        boolean longer = entry.recordingMode() != RecordingMode.OFF
                && entry.leg()
                        .recordings()
                        .longest()
                        .filter(entry.published()::isSurpassedBy)
                        .isPresent();
        return longer ? new Verdict.Settled(noticeNow(entry)) : new Verdict.NotYet();
    }

    private static Optional<RecordingNotice> known(CallEntry entry) {
        Leg leg = entry.leg();
        if (entry.recordingMode() == RecordingMode.OFF) {
            return Optional.of(RecordingNotice.none(RecordingNotice.State.OFF, "recording_off"));
        }
        Optional<Recording> longest = leg.recordings().longest();
        if (longest.isPresent()) {
            return longest.map(recording -> available(leg, recording));
        }
        if (!leg.wasAnswered()) {
            return Optional.of(RecordingNotice.none(RecordingNotice.State.ABSENT, "unanswered"));
        }
        if (leg.recordings().any(Recording.State.FAILED)) {
            return Optional.of(RecordingNotice.none(RecordingNotice.State.FAILED, "twilio_failed"));
        }
        return leg.recordings().any(Recording.State.ABSENT)
                ? Optional.of(RecordingNotice.none(RecordingNotice.State.ABSENT, "recording_absent"))
                : Optional.empty();
    }

    private static RecordingNotice available(Leg leg, Recording recording) {
        return new RecordingNotice(
                RecordingNotice.State.AVAILABLE,
                leg.accountSid(),
                recording.sid(),
                recording.channels(),
                recording.durationSec(),
                recording.source(),
                null);
    }

    /** What to do with a call. */
    sealed interface Verdict {

        /** Nothing: it is not over, another leg stands for it, or there is nothing new to say. */
        record NotYet() implements Verdict {}

        /** It is over; its recording may still come. */
        record WaitForRecording() implements Verdict {}

        /** Say so. */
        record Settled(RecordingNotice notice) implements Verdict {}
    }
}
