package io.aftercall.gateway.progress;

import io.aftercall.chassis.consume.UnreadableEvent;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.Event;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import io.aftercall.gateway.calllog.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Writes into the call log how a stage ended. Each event carries the outcomes of the stages before it, so one that
 * overtook another says all of what the other will say, and the late one changes nothing.
 */
@ApplicationScoped
class RecordProgress {

    private static final Logger LOG = Logger.getLogger(RecordProgress.class);

    private final CallProgress calls;
    private final Timeline timeline;

    RecordProgress(CallProgress calls, Timeline timeline) {
        this.calls = calls;
        this.timeline = timeline;
    }

    void on(RecordingStored event) {
        if (advances(event, Progress.TRANSCRIBING)) {
            calls.save(event);
        }
        timeline.ended(event.callSid(), event.revision(), Stage.RECORDING, event.recording());
    }

    void on(CallTranscribed event) {
        if (advances(event, Progress.SUMMARIZING)) {
            calls.save(event);
        }
        timeline.ended(event.callSid(), event.revision(), Stage.RECORDING, event.recording());
        timeline.ended(event.callSid(), event.revision(), Stage.TRANSCRIPTION, event.transcription());
    }

    void on(CallSummarized event) {
        if (advances(event, Progress.after(event.result()))) {
            calls.save(event);
            LOG.infof(
                    "The call is %s: revision %d.",
                    Progress.after(event.result()).word(), event.revision());
        }
        timeline.ended(event.callSid(), event.revision(), Stage.RECORDING, event.recording());
        timeline.ended(event.callSid(), event.revision(), Stage.TRANSCRIPTION, event.transcription());
        timeline.ended(event.callSid(), event.revision(), Stage.SUMMARY, event.summary());
    }

    /**
     * Locks the call and tells whether an event brings its row forward.
     *
     * @throws UnreadableEvent for a call or a revision that this gateway never spoke of: its database was set back, and
     *     the event must not be lost
     */
    private boolean advances(Event event, Progress progress) {
        CallProgress.Position known =
                calls.lock(event.callSid()).orElseThrow(() -> new UnreadableEvent("unknown_call"));
        if (event.revision() > known.revision()) {
            throw new UnreadableEvent("unknown_revision");
        }
        return event.revision() == known.revision()
                && !known.progress().isFinal()
                && progress.compareTo(known.progress()) > 0;
    }
}
