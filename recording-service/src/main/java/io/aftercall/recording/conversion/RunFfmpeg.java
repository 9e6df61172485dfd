package io.aftercall.recording.conversion;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.bramp.ffmpeg.FFmpeg;

/** Runs ffmpeg, at most once per core at a time; a run that takes too long or is no longer wanted is killed. */
@ApplicationScoped
class RunFfmpeg {

    private final String program;
    private final Duration timeLimit;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Set<HeldProcess> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(RunFfmpeg::daemon);

    RunFfmpeg(ConversionConfig config) {
        this.program = config.ffmpeg();
        this.timeLimit = config.conversionTimeLimit();
    }

    /**
     * Runs ffmpeg to its end, waiting for a free core first.
     *
     * @return what it printed
     * @throws ConversionFailed when it is missing, fails, or takes longer than its time limit
     */
    String run(List<String> arguments) throws ConversionFailed, InterruptedException {
        cores.acquire();
        HeldProcess process = new HeldProcess();
        running.add(process);
        try {
            return await(threads.submit(() -> run(process, arguments)));
        } finally {
            process.kill();
            running.remove(process);
            cores.release();
        }
    }

    /** Reading from a process cannot be interrupted and a worker must be, so the reading happens on another thread. */
    private String await(Future<String> run) throws ConversionFailed, InterruptedException {
        try {
            return run.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw new ConversionFailed(ConversionFailed.TIMED_OUT, "It took longer than " + timeLimit + ".");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConversionFailed reason) {
                throw reason;
            }
            throw new IllegalStateException("ffmpeg could not be run.", failed.getCause());
        }
    }

    private String run(HeldProcess process, List<String> arguments) throws ConversionFailed {
        ProgramOutput output = new ProgramOutput();
        try {
            FFmpeg ffmpeg = new FFmpeg(program, process);
            ffmpeg.setProcessOutputStream(output);
            ffmpeg.run(arguments);
            return output.toString();
        } catch (IOException | IllegalArgumentException failure) {
            if (process.startFailed()) {
                throw new ConversionFailed(ConversionFailed.MISSING, "It is not there, or cannot be started.");
            }
            throw new ConversionFailed(ConversionFailed.FAILED, output.toString());
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(HeldProcess::kill);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ffmpeg");
        thread.setDaemon(true);
        return thread;
    }
}
