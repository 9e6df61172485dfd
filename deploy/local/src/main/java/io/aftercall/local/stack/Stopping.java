package io.aftercall.local.stack;

import io.aftercall.local.stack.StackProgress.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Ends a stack in order: those that use the servers before the servers. */
final class Stopping {

    /** How long a process may take to finish what it is doing. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final StackFolder folder;
    private final Processes processes;
    private final Infrastructure infrastructure;
    private final ServiceLauncher launcher;

    Stopping(StackFolder folder, Processes processes, Infrastructure infrastructure, ServiceLauncher launcher) {
        this.folder = folder;
        this.processes = processes;
        this.infrastructure = infrastructure;
        this.launcher = launcher;
    }

    /** Stops everything of this stack, the servers last. */
    void stopAll(StackProgress progress) {
        stopJavaProcesses(progress);
        for (StackProcess stray : Strays.of(folder.root())) {
            progress.note("Process %d is left of an earlier run and is stopped too.".formatted(stray.pid()));
            stray.stop(GRACE);
        }
        stopServer(Component.KAFKA, progress);
        stopServer(Component.POSTGRES, progress);
        // Also of those that crashed.
        for (Component component : Component.values()) {
            processes.forget(component);
        }
    }

    /** All of them are asked before any is waited for; who takes too long is made to. */
    private void stopJavaProcesses(StackProgress progress) {
        Map<Component, StackProcess> stopping = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            processes
                    .running(component)
                    .filter(process -> !component.isServer())
                    .ifPresent(process -> {
                        stopping.put(component, process);
                        progress.changed(component, State.STOPPING, process.port());
                        process.askToStop();
                    });
        }
        Waiting.until(
                () -> {
                    stopping.entrySet()
                            .removeIf(entry -> !entry.getValue().alive() && stopped(entry.getKey(), progress));
                    return stopping.isEmpty();
                },
                GRACE);
        stopping.forEach((component, process) -> {
            process.kill();
            stopped(component, progress);
        });
    }

    private boolean stopped(Component component, StackProgress progress) {
        int port = processes.last(component).map(StackProcess::port).orElse(0);
        launcher.unguard(component);
        progress.changed(component, State.STOPPED, port);
        return true;
    }

    private void stopServer(Component server, StackProgress progress) {
        boolean runs = processes.runs(server);
        if (runs) {
            progress.changed(
                    server,
                    State.STOPPING,
                    processes.last(server).map(StackProcess::port).orElse(0));
        }
        // Also one that no pid file of ours knows.
        infrastructure.stop(server);
        if (runs) {
            progress.changed(server, State.STOPPED, 0);
        }
    }
}
