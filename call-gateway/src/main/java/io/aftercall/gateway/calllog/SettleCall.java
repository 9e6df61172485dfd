package io.aftercall.gateway.calllog;

import io.aftercall.chassis.work.WorkScheduler;
import io.aftercall.events.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Judges a locked call and acts on the verdict: publishes that it has ended, or sees to it that it is judged again when
 * it has waited long enough for its recording. Both return the entry to save with the open transaction.
 */
@ApplicationScoped
class SettleCall {

    private final PublishCallEnded publishCallEnded;
    private final WorkScheduler scheduler;
    private final SettlingConfig config;
    private final Clock clock;

    SettleCall(PublishCallEnded publishCallEnded, WorkScheduler scheduler, SettlingConfig config, Clock clock) {
        this.publishCallEnded = publishCallEnded;
        this.scheduler = scheduler;
        this.config = config;
        this.clock = clock;
    }

    CallEntry settleIfReady(CallEntry entry) {
        Settling.Verdict verdict = Settling.judge(entry, false);
        return verdict instanceof Settling.Verdict.WaitForRecording && entry.settleBy() == null
                ? wait(entry)
                : act(entry, verdict);
    }

    CallEntry settleWithoutWaiting(CallEntry entry) {
        return act(entry, Settling.judge(entry, true));
    }

    private CallEntry act(CallEntry entry, Settling.Verdict verdict) {
        return verdict instanceof Settling.Verdict.Settled settled
                ? publishCallEnded.publish(entry, settled.notice(), Stage.RECORDING)
                : entry;
    }

    /** Once for a call: the deadline on its row, written under its lock, is proof of the task. */
    private CallEntry wait(CallEntry entry) {
        Instant deadline = clock.instant().plus(config.recordingWait());
        scheduler.schedule(SettleCallTask.of(entry.leg().callSid()), deadline);
        return entry.waitingUntil(deadline);
    }
}
