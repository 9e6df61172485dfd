package io.aftercall.chassis.work;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs something for at most so long: then its thread is interrupted, and it has failed. */
@ApplicationScoped
class TimeLimit {

    private final ExecutorService threads = Executors.newCachedThreadPool(runnable -> {
        Thread thread = new Thread(runnable, "stage-attempt");
        thread.setDaemon(true);
        return thread;
    });

    <T> T call(Duration limit, Callable<T> work) throws Exception {
        Future<T> running = threads.submit(work);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new IllegalStateException("The attempt died of " + failed.getCause(), failed.getCause());
        } catch (TimeoutException tooLong) {
            throw StageFailure.passing("timed_out", "The attempt took longer than " + limit.toSeconds() + " s.");
        } finally {
            running.cancel(true);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
