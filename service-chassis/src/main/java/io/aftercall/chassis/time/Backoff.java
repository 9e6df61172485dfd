package io.aftercall.chassis.time;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting between tries that ends at once when the service stops. */
@ApplicationScoped
public class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 6;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void onStop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Waits before try {@code failures + 1}: 100 ms, doubling, at most 5 s.
     *
     * @param failures how often it has failed, from 1
     * @throws ServiceStopping when the service stops before the time is over
     */
    public void pause(int failures) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        pause(Duration.ofMillis(Math.min(doubled, LONGEST.toMillis())));
    }

    /**
     * Waits for {@code time}.
     *
     * @throws ServiceStopping when the service stops before the time is over
     */
    public void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ServiceStopping();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServiceStopping();
        }
    }

    /** Thrown out of a wait that the end of the service cut short: what was under way is not done, and not failed. */
    public static final class ServiceStopping extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ServiceStopping() {
            super("The service is stopping.");
        }
    }
}
