package io.aftercall.local.command;

import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.LocalStack;
import io.aftercall.local.stack.StackProgress;
import java.util.Arrays;

/** Stops the stack when a command is done with it, however it ends: well, badly, or by Ctrl-C. */
final class StopAtEnd implements AutoCloseable {

    private final LocalStack stack;
    private final Thread onInterrupt;
    private final Workplace workplace;

    StopAtEnd(Workplace workplace) {
        this.workplace = workplace;
        this.stack = workplace.stack();
        this.onInterrupt = new Thread(() -> stack.stop(StackProgress.NONE), "stop-at-end");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
        try (StackDisplay display = new StackDisplay(workplace.terminal(), Arrays.asList(Component.values()))) {
            stack.stop(display);
        }
    }
}
