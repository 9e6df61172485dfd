package io.aftercall.local.command;

import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.StackProgress;
import io.aftercall.local.terminal.LiveRows;
import io.aftercall.local.terminal.Terminal;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows a stack while it starts or stops: one row per component, with the seconds it took. */
final class StackDisplay implements StackProgress, AutoCloseable {

    private final LiveRows rows;
    private final long begun = System.nanoTime();
    private final Map<Component, State> shown = new EnumMap<>(Component.class);
    private final Map<Component, State> pending = new EnumMap<>(Component.class);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stack-display");
        thread.setDaemon(true);
        return thread;
    });

    StackDisplay(Terminal terminal, Collection<Component> components) {
        rows = terminal.rows(components.stream().map(Component::title).toList());
        ticker.scheduleAtFixedRate(this::tick, 200, 200, TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        pending.forEach((component, state) -> rows.set(component.title(), words(state), elapsed()));
    }

    @Override
    public synchronized void changed(Component component, State state, int port) {
        boolean ranBefore = shown.put(component, state) == State.ALREADY_RUNNING;
        switch (state) {
            case STARTING, STOPPING -> {
                pending.put(component, state);
                rows.set(component.title(), words(state), elapsed());
            }
            case ALREADY_RUNNING -> rows.set(component.title(), "already running  port " + port, "");
            case READY -> {
                pending.remove(component);
                if (!ranBefore) {
                    rows.set(component.title(), "ready  port " + port, elapsed());
                }
            }
            default -> {
                pending.remove(component);
                rows.set(component.title(), words(state), elapsed());
            }
        }
    }

    @Override
    public void note(String text) {
        rows.note(text);
    }

    /** Since this display was opened. */
    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        rows.close();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private String elapsed() {
        return seconds(duration());
    }

    private static String words(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
