package io.aftercall.local.command;

import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.LocalStack;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops the stack when a command is done with it, however it ends: well, badly, or by Ctrl-C. */
final class StopAtEnd implements AutoCloseable {

    private static final int LONGEST_STEP_SECONDS = 60;

    private final Workplace workplace;
    private final LocalStack stack;
    private final Thread worker = Thread.currentThread();
    private final Thread onInterrupt = new Thread(this::interrupted, "stop-at-end");
    private final CountDownLatch workerIsDone = new CountDownLatch(1);
    private volatile boolean interrupted;

    StopAtEnd(Workplace workplace) {
        this.workplace = workplace;
        this.stack = workplace.stack();
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    @Override
    public void close() {
        workerIsDone.countDown();
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
            stop();
        }
    }

    private void interrupted() {
        interrupted = true;
        workplace.terminal().line("");
        workplace.terminal().line("Interrupted; everything is stopped.");
        worker.interrupt();
        try {
            // What is being started now is stopped as well.
            workerIsDone.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private void stop() {
        try (StackDisplay display = new StackDisplay(workplace.terminal(), Arrays.asList(Component.values()))) {
            stack.stop(display);
        }
    }
}
