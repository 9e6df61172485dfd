package io.aftercall.dispatcher.queue;

import io.aftercall.chassis.time.Backoff;
import io.aftercall.chassis.time.Backoff.ServiceStopping;
import io.aftercall.dispatcher.send.SendConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps deliveries going out: woken after each commit that made one due, by each result, and by a slow poll for what other
 * dispatchers left behind. Claims no more than it can send at once.
 */
@ApplicationScoped
public class DispatchDeliveries {
    private static final Logger LOG = Logger.getLogger(DispatchDeliveries.class);

    private final TakeBackDeliveries takeBackDeliveries;
    private final ClaimDeliveries claimDeliveries;
    private final AttemptDelivery attemptDelivery;
    private final SettleAttempts settleAttempts;
    private final TellStage tellStage;
    private final Backoff backoff;
    private final QueueConfig config;
    private final Duration timeOut;
    private final int maxInFlight;
    private final Semaphore room;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread dispatcher = new Thread(this::dispatchUntilStopped, "dispatch-deliveries");
    private final Thread settler;
    private volatile boolean running = true;
    private long lookedForLostAt;

    DispatchDeliveries(
            TakeBackDeliveries takeBackDeliveries,
            ClaimDeliveries claimDeliveries,
            AttemptDelivery attemptDelivery,
            SettleAttempts settleAttempts,
            TellStage tellStage,
            Backoff backoff,
            QueueConfig config,
            SendConfig sending) {
        this.takeBackDeliveries = takeBackDeliveries;
        this.claimDeliveries = claimDeliveries;
        this.attemptDelivery = attemptDelivery;
        this.settleAttempts = settleAttempts;
        this.tellStage = tellStage;
        this.backoff = backoff;
        this.config = config;
        this.timeOut = sending.timeOut();
        this.maxInFlight = sending.maxInFlight();
        this.room = new Semaphore(maxInFlight);
        this.settler = new Thread(settleAttempts::settleUntilInterrupted, "settle-attempts");
        if (config.lease().compareTo(timeOut) <= 0) {
            throw new IllegalStateException("aftercall.webhook.lease must be longer than aftercall.webhook.time-out.");
        }
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        lookedForLostAt = System.nanoTime() - config.pollInterval().toNanos();
        settler.start();
        dispatcher.start();
    }

    /** Claims nothing more, then waits for what is on the way: a result that is not written is a message sent twice. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        dispatcher.join(timeOut.toMillis());
        if (!room.tryAcquire(maxInFlight, timeOut.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Stopping before every result is written; those deliveries will be made again.");
        }
        settler.interrupt();
        settler.join(timeOut.toMillis());
    }

    /** Says that there may be something to send now. Never blocks. */
    public void wake() {
        wakeUps.release();
    }

    /** Whether it works, or was told to stop. */
    boolean isAlive() {
        return !running || dispatcher.isAlive() && settler.isAlive();
    }

    private void dispatchUntilStopped() {
        int failures = 0;
        while (running) {
            try {
                takeBackFromTimeToTime();
                boolean more = dispatch();
                failures = 0;
                if (!more) {
                    awaitWork();
                }
            } catch (RuntimeException failure) {
                failures++;
                LOG.warnf(
                        "Deliveries wait: %s. Will try again.",
                        failure.getClass().getSimpleName());
                pauseAfter(failures);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }

    private void takeBackFromTimeToTime() {
        if (System.nanoTime() - lookedForLostAt >= config.pollInterval().toNanos()) {
            takeBackDeliveries.takeBack();
            lookedForLostAt = System.nanoTime();
        }
    }

    /** Whether there may be more to send at once. */
    private boolean dispatch() throws InterruptedException {
        int limit = Math.min(room.availablePermits(), config.claimBatch());
        if (limit == 0) {
            return false;
        }
        long before = System.nanoTime();
        List<ClaimedDelivery> claimed = claimDeliveries.claim(limit, config.lease());
        room.acquire(claimed.size());
        claimed.forEach(delivery -> send(delivery, before));
        return claimed.size() == limit;
    }

    private void send(ClaimedDelivery delivery, long claimedAfter) {
        long untilLeaseEnds = config.lease().toNanos() - (System.nanoTime() - claimedAfter);
        if (untilLeaseEnds < timeOut.toNanos()) {
            // We were held up since the claim: by now somebody else may be sending it.
            LOG.warnf("%s is left to whoever takes it back.", delivery);
            settled();
            return;
        }
        tellStage.processing(delivery);
        attemptDelivery
                .attempt(delivery)
                .onSuccess(attempt -> settleAttempts.settle(attempt, this::settled))
                .onFailure(ours -> {
                    LOG.errorf(ours, "%s broke off; its lease will bring it back.", delivery);
                    settled();
                });
    }

    private void settled() {
        room.release();
        wake();
    }

    private void awaitWork() throws InterruptedException {
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
