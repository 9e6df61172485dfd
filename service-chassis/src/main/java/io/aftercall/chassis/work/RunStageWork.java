package io.aftercall.chassis.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.sql.Passing;
import io.aftercall.chassis.time.Backoff;
import io.aftercall.chassis.trace.Traces;
import io.aftercall.events.Event;
import io.aftercall.events.StageChanged;
import io.aftercall.events.StageChanged.Step;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One attempt at one piece of work: claim it, do it outside any transaction, then store and publish in one short
 * transaction if the claim still holds.
 */
@ApplicationScoped
class RunStageWork {

    private static final Logger LOG = Logger.getLogger(RunStageWork.class);

    private final Instance<StageWorker<?, ?>> workers;
    private final WorkRows rows;
    private final StageOutcome outcomes;
    private final StageTelemetry telemetry;
    private final TimeLimit timeLimit;
    private final WorkConfig config;
    private final Traces traces;
    private final Backoff backoff;
    private final ObjectMapper json;
    private final Clock clock;
    private final RandomGenerator random;

    RunStageWork(
            Instance<StageWorker<?, ?>> workers,
            WorkRows rows,
            StageOutcome outcomes,
            StageTelemetry telemetry,
            TimeLimit timeLimit,
            WorkConfig config,
            Traces traces,
            Backoff backoff,
            ObjectMapper json,
            Clock clock,
            RandomGenerator random) {
        this.workers = workers;
        this.rows = rows;
        this.outcomes = outcomes;
        this.telemetry = telemetry;
        this.timeLimit = timeLimit;
        this.config = config;
        this.traces = traces;
        this.backoff = backoff;
        this.json = json;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Runs the next attempt.
     *
     * @param instance {@code callSid:revision}
     * @return when to try again; empty when there is nothing left to do
     */
    Optional<Instant> run(String instance) {
        int colon = instance.lastIndexOf(':');
        String callSid = instance.substring(0, colon);
        Optional<WorkRow> claimed = rows.claim(callSid, Integer.parseInt(instance.substring(colon + 1)));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        MDC.put("callSid", callSid);
        try {
            return traced(claimed.get(), () -> attempt(claimed.get(), worker()));
        } finally {
            MDC.remove("callSid");
        }
    }

    @SuppressWarnings("unchecked")
    private StageWorker<Event, Event> worker() {
        return (StageWorker<Event, Event>) workers.get();
    }

    private Optional<Instant> traced(WorkRow row, Callable<Optional<Instant>> attempt) {
        try {
            return traces.under(row.traceparent(), worker().stage().wireName(), SpanKind.INTERNAL, attempt);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("An attempt could not be ended.", failure);
        }
    }

    private Optional<Instant> attempt(WorkRow row, StageWorker<Event, Event> worker) throws IOException {
        Event input = json.readValue(row.input(), worker.input().body());
        tell(worker, row, Step.PROCESSING, null, null);
        try {
            if (row.crashes() >= config.crashesBeforeGivingUp()) {
                throw StageFailure.permanent("worker_crashed", "Its workers died " + row.crashes() + " times.");
            }
            String trace = traces.current();
            Event outcome = timeLimit.call(worker.timeLimit(), () -> perform(worker, input, row.asAttempt(), trace));
            finish(worker, row, outcome, null);
            return Optional.empty();
        } catch (Backoff.ServiceStopping stopping) {
            throw stopping;
        } catch (EndNotStored notStored) {
            throw notStored.getCause() instanceof RuntimeException cause ? cause : notStored;
        } catch (Exception failure) {
            return failed(worker, row, input, asStageFailure(failure));
        }
    }

    /** The attempt runs on a thread of its own, which must know the call and its trace too. */
    private Event perform(StageWorker<Event, Event> worker, Event input, Attempt attempt, String trace)
            throws Exception {
        MDC.put("callSid", attempt.callSid());
        try {
            return traces.under(
                    trace,
                    worker.stage().wireName() + " perform",
                    SpanKind.INTERNAL,
                    () -> worker.perform(input, attempt));
        } finally {
            MDC.remove("callSid");
        }
    }

    private Optional<Instant> failed(StageWorker<Event, Event> worker, WorkRow row, Event input, StageFailure failure) {
        int failures = row.failures() + 1;
        Optional<Duration> delay =
                failure.isPassing() ? worker.retries().delayAfter(failures, random) : Optional.empty();
        if (delay.isEmpty()) {
            LOG.errorf(
                    "The %s stage gives up after %d attempts (%s).",
                    worker.stage().wireName(), row.attempt(), failure.reason());
            finish(worker, row, worker.giveUp(input, failure), failure);
            return Optional.empty();
        }
        Duration atLeast = failure.retryAfter().orElse(Duration.ZERO);
        Instant next = clock.instant().plus(delay.get().compareTo(atLeast) > 0 ? delay.get() : atLeast);
        String error = describe(failure);
        boolean held = inPlace(() -> rows.retryAt(row.asAttempt(), error, next));
        if (!held) {
            LOG.warn("The attempt failed after its work was taken over.");
            return Optional.empty();
        }
        LOG.warnf("Attempt %d failed (%s); the next one is at %s.", row.attempt(), failure.reason(), next);
        tell(worker, row, Step.RETRYING, failure.reason(), next);
        return Optional.of(next);
    }

    private void finish(StageWorker<Event, Event> worker, WorkRow row, Event outcome, StageFailure failure) {
        String error = failure == null ? null : describe(failure);
        boolean held = inPlace(() -> {
            if (!rows.finish(row.asAttempt(), error)) {
                return false;
            }
            outcomes.storeAndPublish(worker, outcome);
            return true;
        });
        if (held) {
            LOG.infof("The %s stage is done after attempt %d.", worker.stage().wireName(), row.attempt());
        } else {
            LOG.warnf("Attempt %d was taken over; its result is dropped.", row.attempt());
        }
    }

    /** A result that cost minutes or money is not thrown away because the database is down for one. */
    private boolean inPlace(Callable<Boolean> transaction) {
        int failures = 0;
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(transaction);
            } catch (RuntimeException failure) {
                failures++;
                if (!Passing.isPassing(failure)) {
                    throw new EndNotStored(failure);
                }
                LOG.warnf("The end of an attempt waits for the database, try %d.", failures);
                backoff.pause(failures);
            }
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

    private static String describe(StageFailure failure) {
        return failure.reason() + ": " + failure.getMessage();
    }

    private void tell(StageWorker<Event, Event> worker, WorkRow row, Step step, String error, Instant next) {
        telemetry.tell(new StageChanged(
                row.callSid(), row.revision(), worker.stage(), row.attempt(), step, clock.instant(), error, next));
    }

    /** The end of an attempt could not be stored: not the attempt's failure, so it must not count as one. */
    private static final class EndNotStored extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndNotStored(RuntimeException cause) {
            super("The end of an attempt could not be stored.", cause);
        }
    }
}
