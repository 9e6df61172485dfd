package io.aftercall.chassis.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.time.Backoff.ServiceStopping;
import io.aftercall.chassis.trace.Traces;
import io.aftercall.events.Event;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One attempt at one piece of work: claim it, do it outside any transaction, then end it in one short transaction if
 * the claim still holds.
 */
@ApplicationScoped
class RunStageWork {

    private static final Logger LOG = Logger.getLogger(RunStageWork.class);

    private final Instance<StageWorker<?, ?>> workers;
    private final WorkRows rows;
    private final EndStageWork end;
    private final TimeLimit timeLimit;
    private final WorkConfig config;
    private final Traces traces;
    private final ObjectMapper json;

    RunStageWork(
            Instance<StageWorker<?, ?>> workers,
            WorkRows rows,
            EndStageWork end,
            TimeLimit timeLimit,
            WorkConfig config,
            Traces traces,
            ObjectMapper json) {
        this.workers = workers;
        this.rows = rows;
        this.end = end;
        this.timeLimit = timeLimit;
        this.config = config;
        this.traces = traces;
        this.json = json;
    }

    /**
     * Runs the next attempt.
     *
     * @param instance {@code callSid:revision}
     * @return when to try again; empty when there is nothing left to do
     */
    Optional<Instant> run(String instance) throws Exception {
        int colon = instance.lastIndexOf(':');
        String callSid = instance.substring(0, colon);
        Optional<WorkRow> claimed = rows.claim(callSid, Integer.parseInt(instance.substring(colon + 1)));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        WorkRow row = claimed.get();
        StageWorker<Event, Event> worker = worker();
        return inContext(
                row, row.traceparent(), worker.stage().wireName(), () -> attempt(row, worker, traces.current()));
    }

    @SuppressWarnings("unchecked")
    private StageWorker<Event, Event> worker() {
        return (StageWorker<Event, Event>) workers.get();
    }

    private Optional<Instant> attempt(WorkRow row, StageWorker<Event, Event> worker, String trace)
            throws IOException, InterruptedException {
        Event input = json.readValue(row.input(), worker.input().body());
        end.tellProcessing(worker, row);
        try {
            if (row.crashes() >= config.crashesBeforeGivingUp()) {
                throw StageFailure.permanent("worker_crashed", "Its workers died " + row.crashes() + " times.");
            }
            // A thread of its own, so that it can be cut short; it must know the call and its trace too.
            Event outcome = timeLimit.call(
                    worker.timeLimit(),
                    () -> inContext(row, trace, "perform", () -> worker.perform(input, row.asAttempt())));
            end.succeeded(worker, row, outcome);
            return Optional.empty();
        } catch (ServiceStopping | InterruptedException stopping) {
            end.handOver(row);
            throw stopping;
        } catch (Exception failure) {
            return end.failed(worker, row, input, asStageFailure(failure));
        }
    }

    private <T> T inContext(WorkRow row, String trace, String span, Callable<T> work) throws Exception {
        MDC.put("callSid", row.callSid());
        try {
            return traces.under(trace, span, SpanKind.INTERNAL, work);
        } finally {
            MDC.remove("callSid");
        }
    }

    private static StageFailure asStageFailure(Exception failure) {
        if (failure instanceof StageFailure known) {
            return known;
        }
        LOG.errorf(failure, "An attempt failed in a way nobody foresaw.");
        return StageFailure.passing("internal_error", failure.getClass().getSimpleName())
                .causedBy(failure);
    }
}
