package io.aftercall.local.stack;

import io.aftercall.local.stack.StackProgress.State;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Waits until components can work, and notices those that never will. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int PATIENCE = (int) Duration.ofSeconds(2).toMillis();

    private final StackFolder folder;
    private final Processes processes;

    Readiness(StackFolder folder, Processes processes) {
        this.folder = folder;
        this.processes = processes;
    }

    /**
     * Returns once all of them can work.
     *
     * @throws StackFailure if one ends meanwhile, or takes too long
     */
    void await(Collection<Component> components, StackProgress progress) {
        Set<Component> waiting = EnumSet.copyOf(components);
        boolean inTime = Waiting.until(
                () -> {
                    waiting.removeIf(component -> becameReady(component, progress));
                    return waiting.isEmpty();
                },
                LIMIT);
        if (!inTime) {
            throw failure(waiting.iterator().next(), "is not ready after %d s".formatted(LIMIT.toSeconds()));
        }
    }

    /** Whether it answers now; PostgreSQL and Kafka, which speak no HTTP, did so before they got a pid file. */
    boolean isReady(Component component) {
        return processes
                .running(component)
                .filter(process -> component.isServer() || isReady(component, process))
                .isPresent();
    }

    private boolean becameReady(Component component, StackProgress progress) {
        if (!processes.runs(component)) {
            throw failure(component, "ended while starting");
        }
        boolean ready = isReady(component);
        if (ready) {
            progress.changed(
                    component,
                    State.READY,
                    processes.last(component).orElseThrow().port());
        }
        return ready;
    }

    private StackFailure failure(Component component, String what) {
        return new StackFailure(
                "%s %s. The end of its log:%n%s".formatted(component.title(), what, LogTail.of(folder.log(component))),
                "All of it: ./aftercall logs " + component.title());
    }

    private static boolean isReady(Component component, StackProcess process) {
        // The sandbox is steered, and asked, on the last of its ports.
        int port = process.port() + component.portCount() - 1;
        String path = component.isService() ? "/q/health/ready" : "/health";
        return ListeningSockets.belong(process.pid(), port)
                && answers(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    private static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Not listening yet, or too busy to answer: asked again.
            return false;
        }
    }
}
