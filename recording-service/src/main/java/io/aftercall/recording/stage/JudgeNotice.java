package io.aftercall.recording.stage;

import io.aftercall.events.CallContext;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.recording.storage.AudioKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells from what Twilio said alone when there is nothing to download, and whether that is right or wrong. */
@ApplicationScoped
class JudgeNotice {

    /** The outcome; empty when there is a recording to get. */
    Optional<RecordingOutcome> judge(CallContext context) {
        RecordingNotice notice = context.recording();
        if (notice.state() == State.AVAILABLE) {
            return malformed(notice, context.call().callSid());
        }
        if (context.call().unanswered()) {
            return Optional.of(RecordingOutcome.skipped("unanswered", "Nobody answered, so nothing was recorded."));
        }
        return Optional.of(
                switch (notice.state()) {
                    case OFF -> RecordingOutcome.skipped("recording_off", "This business does not record its calls.");
                    case ABSENT ->
                        RecordingOutcome.skipped("recording_absent", "Twilio recorded nothing of this call.");
                    case OVERDUE -> RecordingOutcome.failed("recording_overdue", "Twilio did not tell in time.");
                    default -> RecordingOutcome.failed("twilio_failed", "Twilio could not make the recording.");
                });
    }

    /** Ids become parts of URLs and of file names, so one that is none of Twilio's goes no further. */
    private static Optional<RecordingOutcome> malformed(RecordingNotice notice, String callSid) {
        boolean sound =
                AudioKey.isSid(notice.accountSid()) && AudioKey.isSid(notice.recordingSid()) && AudioKey.isSid(callSid);
        return sound
                ? Optional.empty()
                : Optional.of(RecordingOutcome.failed("not_found", "The recording is named by no id of Twilio's."));
    }
}
