package io.aftercall.chassis.work;

import io.aftercall.chassis.sql.Passing;
import io.aftercall.chassis.time.Backoff;
import io.aftercall.events.Event;
import io.aftercall.events.StageChanged;
import io.aftercall.events.StageChanged.Step;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** How an attempt ends: stored and published, put off, or given up; each only while the attempt holds its claim. */
@ApplicationScoped
class EndStageWork {

    private static final Logger LOG = Logger.getLogger(EndStageWork.class);

    private final WorkRows rows;
    private final StageOutcome outcomes;
    private final StageTelemetry telemetry;
    private final Backoff backoff;
    private final Clock clock;
    private final RandomGenerator random;

    EndStageWork(
            WorkRows rows,
            StageOutcome outcomes,
            StageTelemetry telemetry,
            Backoff backoff,
            Clock clock,
            RandomGenerator random) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.telemetry = telemetry;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
    }

    void tellProcessing(StageWorker<?, ?> worker, WorkRow row) {
        tell(worker, row, Step.PROCESSING, null, null);
    }

    <O extends Event> void succeeded(StageWorker<?, O> worker, WorkRow row, O outcome) {
        if (finish(worker, row, outcome, null)) {
            LOG.infof("The %s stage is done after attempt %d.", worker.stage().wireName(), row.attempt());
        }
    }

    /** Puts the work off until the instant returned, or gives it up and returns none. */
    <I extends Event, O extends Event> Optional<Instant> failed(
            StageWorker<I, O> worker, WorkRow row, I input, StageFailure failure) {
        Optional<Duration> delay =
                failure.isPassing() ? worker.retries().delayAfter(row.failures() + 1, random) : Optional.empty();
        if (delay.isEmpty()) {
            if (finish(worker, row, worker.giveUp(input, failure), describe(failure))) {
                LOG.errorf(
                        "The %s stage gives up after attempt %d (%s). Reprocess the call when it is mended.",
                        worker.stage().wireName(), row.attempt(), failure.reason());
            }
            return Optional.empty();
        }
        return putOff(worker, row, failure, delay.get());
    }

    /** The service stops in mid-attempt: neither done nor failed, and not the work's fault. Another replica takes it. */
    void handOver(WorkRow row) {
        try {
            rows.handOver(row.asAttempt());
            LOG.infof("Attempt %d is handed over: this service stops.", row.attempt());
        } catch (RuntimeException unreachable) {
            LOG.warnf("Attempt %d is left to its takeover (%s).", row.attempt(), Passing.kindOf(unreachable));
        }
    }

    private Optional<Instant> putOff(StageWorker<?, ?> worker, WorkRow row, StageFailure failure, Duration delay) {
        Duration atLeast = failure.retryAfter().orElse(Duration.ZERO);
        Instant next = clock.instant().plus(delay.compareTo(atLeast) > 0 ? delay : atLeast);
        if (!held(row, inPlace(() -> rows.retryAt(row.asAttempt(), describe(failure), next)))) {
            return Optional.empty();
        }
        LOG.warnf("Attempt %d failed (%s); the next one is at %s.", row.attempt(), failure.reason(), next);
        tell(worker, row, Step.RETRYING, failure.reason(), next);
        return Optional.of(next);
    }

    private <O extends Event> boolean finish(StageWorker<?, O> worker, WorkRow row, O outcome, String error) {
        return held(row, inPlace(() -> {
            boolean held = rows.finish(row.asAttempt(), error);
            if (held) {
                outcomes.storeAndPublish(worker, outcome);
            }
            return held;
        }));
    }

    private static boolean held(WorkRow row, boolean held) {
        if (!held) {
            LOG.warnf("Attempt %d was taken over or its call erased; its result is dropped.", row.attempt());
        }
        return held;
    }

    /** A result that cost minutes or money is not thrown away because the database is down for one. */
    private boolean inPlace(Callable<Boolean> transaction) {
        int failures = 0;
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(transaction);
            } catch (RuntimeException failure) {
                if (!Passing.isPassing(failure)) {
                    throw failure;
                }
                failures++;
                LOG.warnf("The end of an attempt waits (%s), try %d.", Passing.kindOf(failure), failures);
                backoff.pause(failures);
            }
        }
    }

    private static String describe(StageFailure failure) {
        return failure.reason() + ": " + failure.getMessage();
    }

    private void tell(StageWorker<?, ?> worker, WorkRow row, Step step, String error, Instant next) {
        telemetry.tell(new StageChanged(
                row.callSid(), row.revision(), worker.stage(), row.attempt(), step, clock.instant(), error, next));
    }
}
