package io.aftercall.transcription.stage;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that listen, as many as there are cores: speech recognition is all computing, and more at once would only
 * make every call slower.
 */
@ApplicationScoped
class Listeners {

    private final AtomicInteger named = new AtomicInteger();
    private final ExecutorService threads;

    Listeners(StageConfig config) {
        int cores = Runtime.getRuntime().availableProcessors();
        threads = Executors.newFixedThreadPool(config.listeners() == 0 ? cores : config.listeners(), this::thread);
    }

    /**
     * Runs all tasks, each when a thread is free.
     *
     * @return their results, in the order of the tasks
     * @throws Exception what the first failing task threw; the others are interrupted then, as they are when the caller is
     */
    <T> List<T> runAll(List<Callable<T>> tasks) throws Exception {
        List<Future<T>> running = tasks.stream().map(threads::submit).toList();
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> task : running) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        } finally {
            running.forEach(task -> task.cancel(true));
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "listener-" + named.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
