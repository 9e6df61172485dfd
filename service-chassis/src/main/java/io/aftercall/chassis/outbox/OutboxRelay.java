package io.aftercall.chassis.outbox;

import io.aftercall.chassis.sql.Passing;
import io.aftercall.chassis.time.Backoff;
import io.aftercall.chassis.time.Backoff.ServiceStopping;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Empties the outbox: woken after each commit that filled it, and by a slow poll for rows of a replica that died. Any
 * number of replicas relay side by side; each row is claimed by one.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(35);

    private final OutboxBatch batch;
    private final OutboxConfig config;
    private final Backoff backoff;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    OutboxRelay(OutboxBatch batch, OutboxConfig config, Backoff backoff) {
        this.batch = batch;
        this.config = config;
        this.backoff = backoff;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (config.relay()) {
            running = true;
            thread = new Thread(this::relayUntilStopped, "outbox-relay");
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(LONGEST_STOP.toMillis());
        }
    }

    /** Says that there may be rows now. Never blocks. */
    void wake() {
        wakeUps.release();
    }

    private void relayUntilStopped() {
        int failures = 0;
        while (running) {
            try {
                boolean full = batch.relay() == config.batchSize();
                failures = 0;
                if (!full) {
                    awaitRows();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (Throwable failure) {
                // Also an Error: nobody else would notice that this replica relays nothing any more.
                failures++;
                LOG.warnf("The outbox waits: %s. Will try again.", Passing.kindOf(failure));
                pauseAfter(failures);
            }
        }
    }

    private void awaitRows() throws InterruptedException {
        if (wakeUps.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private void pauseAfter(int failures) {
        try {
            backoff.pause(failures);
        } catch (ServiceStopping stopping) {
            running = false;
        }
    }
}
