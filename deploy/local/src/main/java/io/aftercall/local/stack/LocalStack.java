package io.aftercall.local.stack;

import io.aftercall.local.stack.StackProgress.State;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * PostgreSQL, Kafka, the five services and, unless another Twilio is given, a Twilio sandbox, each as a process of its
 * own. Starting what runs and stopping what does not are no errors, so a stack mends itself after any crash.
 */
public final class LocalStack implements AutoCloseable {

    private static final String SANDBOX_MAIN = "io.aftercall.local.sandbox.SandboxMain";

    private final StackSettings settings;
    private final StackFolder folder;
    private final Processes processes;
    private final Readiness readiness;
    private final Infrastructure infrastructure;
    private final ServiceLauncher launcher;
    private final Stopping stopping;

    public LocalStack(StackSettings settings) {
        this.settings = settings;
        this.folder = settings.folder();
        this.processes = new Processes(folder);
        this.readiness = new Readiness(folder, processes);
        this.infrastructure = new Infrastructure(settings);
        this.launcher = new ServiceLauncher(settings, processes);
        this.stopping = new Stopping(folder, processes, infrastructure, launcher);
    }

    /**
     * Starts what is not running and returns once every component can work.
     *
     * @throws StackFailure if one of them does not come up; what runs by then is left running
     */
    public void start(StackProgress progress) {
        folder.create();
        DiskSpace.require(folder.root());
        launcher.requireBuilt();
        try (StackLock lock = StackLock.of(folder)) {
            ServiceEnvironment environment = environment(portsToUse(progress));
            environment.credentials().write(folder.credentials());
            startSurroundings(environment, progress);
            startServices(environment, progress);
        }
    }

    /** Stops everything of this stack, also what an earlier run left behind; its data are kept. */
    public void stop(StackProgress progress) {
        if (Files.isDirectory(folder.root())) {
            folder.create();
            try (StackLock lock = StackLock.of(folder)) {
                stopping.stopAll(progress);
            }
        }
    }

    /** Ends a service at once, as a crash would. */
    public void kill(Component service) {
        processes.running(service).ifPresent(StackProcess::kill);
        launcher.unguard(service);
    }

    /** Starts a service again on the port it had, and returns once it can work. */
    public void restart(Component service) {
        processes.running(service).ifPresent(process -> process.stop(Stopping.GRACE));
        launcher.unguard(service);
        PortPlan ports = PortPlan.asBefore(components(), processes)
                .orElseThrow(() -> new IllegalStateException("The stack was not started, or a port of it was taken"));
        launcher.startService(service, environment(ports));
        readiness.await(List.of(service), StackProgress.NONE);
    }

    /** Whether every component of the stack can work now. */
    public boolean isReady() {
        return components().stream().allMatch(readiness::isReady);
    }

    /** Whether this component can work now. */
    public boolean isReady(Component component) {
        return readiness.isReady(component);
    }

    /** The process id of a component; empty unless it runs. */
    public Optional<Long> pid(Component component) {
        return processes.running(component).map(StackProcess::pid);
    }

    /** The port a component listens on; empty unless it runs. */
    public Optional<Integer> port(Component component) {
        return processes.running(component).map(StackProcess::port);
    }

    /** What this stack is made of: all components, without the sandbox where another Twilio is used. */
    public Set<Component> components() {
        Set<Component> components = EnumSet.allOf(Component.class);
        if (settings.twilio() != null) {
            components.remove(Component.SANDBOX);
        }
        return components;
    }

    public StackFolder folder() {
        return folder;
    }

    /** What it takes to use this stack once it was started. */
    public Credentials credentials() {
        return Credentials.of(folder);
    }

    @Override
    public void close() {
        stop(StackProgress.NONE);
    }

    /** The ports of before if anything still runs on them, else fresh ones, after ending what cannot stay. */
    private PortPlan portsToUse(StackProgress progress) {
        if (anythingRuns()) {
            Optional<PortPlan> asBefore = PortPlan.asBefore(components(), processes);
            if (asBefore.isPresent() && !settingsChanged(asBefore.get())) {
                return asBefore.get();
            }
            progress.note("The running processes do not fit (other settings, or a port was taken): restarting all.");
        }
        stopping.stopAll(progress);
        PortPlan fresh = PortPlan.fresh(components(), settings.usualPorts());
        for (Component component : components()) {
            if (settings.usualPorts() && fresh.of(component) != component.usualPort()) {
                progress.note("Port %d is taken; %s listens on %d."
                        .formatted(component.usualPort(), component.title(), fresh.of(component)));
            }
        }
        return fresh;
    }

    private boolean anythingRuns() {
        return EnumSet.allOf(Component.class).stream().anyMatch(processes::runs);
    }

    private boolean settingsChanged(PortPlan ports) {
        return !Files.exists(folder.credentials())
                || !environment(ports).credentials().equals(Credentials.of(folder));
    }

    private ServiceEnvironment environment(PortPlan ports) {
        return new ServiceEnvironment(settings, Secrets.in(folder.secrets()), ports);
    }

    private void startSurroundings(ServiceEnvironment environment, StackProgress progress) {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (Component component : components()) {
            if (component.isService()) {
                continue;
            }
            int port = environment.port(component);
            if (processes.runs(component)) {
                progress.changed(component, State.ALREADY_RUNNING, port);
                continue;
            }
            progress.changed(component, State.STARTING, port);
            starts.add(CompletableFuture.runAsync(() -> startSurrounding(component, environment, progress)));
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
    }

    private void startSurrounding(Component component, ServiceEnvironment environment, StackProgress progress) {
        if (component.isServer()) {
            processes.remember(component, infrastructure.start(component, environment.port(component)));
            progress.changed(component, State.READY, environment.port(component));
        } else {
            String data = folder.data(component).toString();
            launcher.startMain(component, SANDBOX_MAIN, List.of(data), environment);
            readiness.await(List.of(component), progress);
        }
    }

    private void startServices(ServiceEnvironment environment, StackProgress progress) {
        for (Component service : Component.services()) {
            boolean runs = processes.runs(service);
            progress.changed(service, runs ? State.ALREADY_RUNNING : State.STARTING, environment.port(service));
            if (!runs) {
                launcher.startService(service, environment);
            }
        }
        readiness.await(Component.services(), progress);
    }
}
