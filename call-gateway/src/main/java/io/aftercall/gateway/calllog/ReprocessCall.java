package io.aftercall.gateway.calllog;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.events.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Sends a call through its stages once more, as a new revision: the one verb of recovery. */
@ApplicationScoped
public class ReprocessCall {

    private final CallLog callLog;
    private final PublishCallEnded publishCallEnded;

    ReprocessCall(CallLog callLog, PublishCallEnded publishCallEnded) {
        this.callLog = callLog;
        this.publishCallEnded = publishCallEnded;
    }

    /**
     * Publishes the next revision.
     *
     * @param from the first stage that works anew, or an earlier one that the last revision is still at
     * @return the new revision
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such call, 409 if it is not settled yet
     */
    @Transactional
    public int reprocess(String callSid, Stage from) {
        CallEntry entry = callLog.lock(callSid).orElseThrow(() -> Problem.notFound("There is no such call."));
        if (entry.published().isNothing()) {
            throw Problem.conflict("The call is not over, or its recording is still being waited for.");
        }
        CallEntry published = publishCallEnded.publish(entry, Settling.noticeNow(entry), startFor(entry, from));
        callLog.save(published);
        return published.published().revision();
    }

    /**
     * The new revision cancels the last one, so it must also do what that one has not done yet: no later than a stage
     * that is still under way.
     */
    private static Stage startFor(CallEntry entry, Stage asked) {
        return entry.progress()
                .unfinishedStage()
                .filter(unfinished -> unfinished.compareTo(asked) < 0)
                .orElse(asked);
    }
}
