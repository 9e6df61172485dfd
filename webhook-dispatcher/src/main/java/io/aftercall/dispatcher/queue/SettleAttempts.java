package io.aftercall.dispatcher.queue;

import io.aftercall.chassis.sql.Passing;
import io.aftercall.chassis.time.Backoff;
import io.aftercall.chassis.time.Backoff.ServiceStopping;
import io.aftercall.dispatcher.endpoint.CloseEndpoint;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Writes what came of attempts: whatever has gathered while the last batch was being written is the next batch. Waits for
 * a database that is away; what is lost all the same, its lease brings back.
 */
@ApplicationScoped
class SettleAttempts {
    private static final Logger LOG = Logger.getLogger(SettleAttempts.class);
    private static final int MOST_AT_ONCE = 500;

    private final Settlements settlements;
    private final CloseEndpoint closeEndpoint;
    private final LogAttempts log;
    private final TellStage tellStage;
    private final Backoff backoff;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

    SettleAttempts(
            Settlements settlements,
            CloseEndpoint closeEndpoint,
            LogAttempts log,
            TellStage tellStage,
            Backoff backoff) {
        this.settlements = settlements;
        this.closeEndpoint = closeEndpoint;
        this.log = log;
        this.tellStage = tellStage;
        this.backoff = backoff;
    }

    /** Has {@code attempt} written soon, and {@code afterwards} run once it is, or never will be. Never blocks. */
    void settle(SettledAttempt attempt, Runnable afterwards) {
        waiting.add(new Waiting(attempt, afterwards));
    }

    /** Writes until interrupted. */
    void settleUntilInterrupted() {
        try {
            while (true) {
                List<Waiting> batch = new ArrayList<>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                settleBatch(batch);
            }
        } catch (InterruptedException | ServiceStopping stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void settleBatch(List<Waiting> batch) {
        try {
            // In one order everywhere, so that no two transactions wait for each other's rows.
            writeUntilDone(batch.stream()
                    .map(Waiting::attempt)
                    .sorted(Comparator.comparing(attempt -> attempt.delivery().id()))
                    .toList());
        } finally {
            batch.forEach(entry -> entry.afterwards().run());
        }
    }

    private void writeUntilDone(List<SettledAttempt> attempts) {
        for (int failures = 1; ; failures++) {
            boolean[] counted;
            try {
                counted = QuarkusTransaction.requiringNew().call(() -> write(attempts));
            } catch (RuntimeException failure) {
                if (!Passing.isPassing(failure)) {
                    writeOneByOne(attempts, failure);
                    return;
                }
                LOG.warnf("%d results wait for the database: %s.", attempts.size(), causeOf(failure));
                backoff.pause(failures);
                continue;
            }
            announce(attempts, counted);
            return;
        }
    }

    /** Keeps one result that the database refuses from taking the others with it. */
    private void writeOneByOne(List<SettledAttempt> attempts, RuntimeException failure) {
        if (attempts.size() > 1) {
            attempts.forEach(attempt -> writeUntilDone(List.of(attempt)));
        } else {
            // The classes alone: the database's messages quote what it was given.
            LOG.errorf(
                    "The result of %s cannot be written: %s, %s.",
                    attempts.get(0).delivery(), failure.getClass().getSimpleName(), causeOf(failure));
        }
    }

    private static String causeOf(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql ? "SQLSTATE " + sql.getSQLState() : "no SQL error";
    }

    private void announce(List<SettledAttempt> attempts, boolean[] counted) {
        log.settled(attempts, counted);
        for (int i = 0; i < counted.length; i++) {
            if (counted[i]) {
                tellStage.settled(attempts.get(i));
            }
        }
    }

    private boolean[] write(List<SettledAttempt> attempts) {
        boolean[] counted = settlements.write(attempts);
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] && attempts.get(i).exchange().gone()) {
                closeEndpoint.disable(attempts.get(i).delivery().endpointId(), "gone");
            }
        }
        return counted;
    }

    private record Waiting(SettledAttempt attempt, Runnable afterwards) {}
}
