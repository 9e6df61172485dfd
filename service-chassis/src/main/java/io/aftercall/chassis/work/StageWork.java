package io.aftercall.chassis.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.erasure.CallMemory;
import io.aftercall.chassis.sql.AfterCommit;
import io.aftercall.chassis.trace.Traces;
import io.aftercall.events.Event;
import io.aftercall.events.StageChanged;
import io.aftercall.events.StageChanged.Step;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes work in. Per {@code (callSid, revision)} once: a repeat is a no-op, an older revision than the newest known is
 * kept as superseded and not worked on, a newer one cancels what the older ones have queued.
 */
@ApplicationScoped
@Priority(StageWork.FORGETS_FIRST)
public class StageWork implements CallMemory {

    static final int FORGETS_FIRST = 100;

    private static final Logger LOG = Logger.getLogger(StageWork.class);

    private final Instance<StageWorker<?, ?>> workers;
    private final WorkRows rows;
    private final StageOutcome outcomes;
    private final StageTask task;
    private final WorkScheduler scheduler;
    private final StageTelemetry telemetry;
    private final AfterCommit afterCommit;
    private final Traces traces;
    private final ObjectMapper json;
    private final Clock clock;

    StageWork(
            Instance<StageWorker<?, ?>> workers,
            WorkRows rows,
            StageOutcome outcomes,
            StageTask task,
            WorkScheduler scheduler,
            StageTelemetry telemetry,
            AfterCommit afterCommit,
            Traces traces,
            ObjectMapper json,
            Clock clock) {
        this.workers = workers;
        this.rows = rows;
        this.outcomes = outcomes;
        this.task = task;
        this.scheduler = scheduler;
        this.telemetry = telemetry;
        this.afterCommit = afterCommit;
        this.traces = traces;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Accepts the event that starts this service's work, in the open transaction.
     *
     * @throws IllegalStateException if no transaction is open
     */
    public <I extends Event> void accept(I input) {
        afterCommit.demandTransaction();
        @SuppressWarnings("unchecked")
        StageWorker<I, Event> worker = (StageWorker<I, Event>) workers.get();
        if (rows.isOutdated(input.callSid(), input.revision())) {
            insert(input, "superseded");
            LOG.infof("Revision %d is out of date; ignored.", input.revision());
            return;
        }
        Optional<Event> settled = worker.settled(input);
        if (!insert(input, settled.isPresent() ? "done" : "pending")) {
            LOG.debugf("Revision %d is known already.", input.revision());
            return;
        }
        rows.supersedeBefore(input.callSid(), input.revision());
        if (settled.isPresent()) {
            outcomes.storeAndPublish(worker, settled.get());
        } else {
            schedule(worker, input);
        }
    }

    private boolean insert(Event input, String state) {
        try {
            return rows.insert(
                    input.callSid(), input.revision(), state, json.writeValueAsBytes(input), traces.current());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An event that was read cannot be written.", unwritable);
        }
    }

    private void schedule(StageWorker<?, ?> worker, Event input) {
        Attempt none = new Attempt(input.callSid(), input.revision(), 0);
        scheduler.schedule(task.instanceOf(none), clock.instant());
        StageChanged pending = new StageChanged(
                input.callSid(), input.revision(), worker.stage(), 0, Step.PENDING, clock.instant(), null, null);
        afterCommit.run(() -> telemetry.tell(pending));
    }

    @Override
    public void forget(String callSid) {
        rows.delete(callSid);
    }
}
