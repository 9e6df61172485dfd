package io.aftercall.local.stack;

import io.aftercall.embedded.process.Guard;
import io.aftercall.embedded.process.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Starts the Java processes of a stack and remembers them in pid files. */
final class ServiceLauncher {

    private static final long LOG_LIMIT = 20L << 20;

    /** Newer Java warns of native libraries (compression, speech) unless told that they are wanted. */
    private static final int WARNS_OF_NATIVE_ACCESS = 22;

    private final StackSettings settings;
    private final Processes processes;
    private final Map<Component, Guard> guards = new ConcurrentHashMap<>();

    ServiceLauncher(StackSettings settings, Processes processes) {
        this.settings = settings;
        this.processes = processes;
    }

    /** Every service is there to be started. */
    void requireBuilt() {
        for (Component service : Component.services()) {
            if (!Files.exists(jarOf(service))) {
                throw new StackFailure(
                        "%s has not been built: there is no %s.".formatted(service.title(), jarOf(service)),
                        "Build it: ./mvnw -DskipTests package");
            }
        }
    }

    /** Starts a service in the environment it is to have. */
    void startService(Component service, ServiceEnvironment environment) {
        String heap = "-Xmx" + service.heapMegabytes() + "m";
        start(service, List.of(heap, "-jar", jarOf(service).toString()), environment);
    }

    /** Starts a main class of this JVM's own class path. */
    void startMain(Component component, String mainClass, List<String> arguments, ServiceEnvironment environment) {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx128m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        start(component, command, environment);
    }

    /** Ends what watches over a process that is gone. */
    void unguard(Component component) {
        Guard guard = guards.remove(component);
        if (guard != null) {
            guard.release();
        }
    }

    private Path jarOf(Component service) {
        return settings.checkout().resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private void start(Component component, List<String> arguments, ServiceEnvironment environment) {
        StackFolder folder = settings.folder();
        Path log = folder.log(component);
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .directory(folder.root().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment.of(component));
        try {
            setAsideIfLong(log);
            LogTail.begin(log);
            processes.forget(component);
            if (!settings.outlivesJvm()) {
                guards.put(component, Guard.watch(folder.root(), folder.pidFile(component), "TERM", false));
            }
            long pid = builder.start().pid();
            processes.remember(component, StackProcess.of(pid, environment.port(component)));
        } catch (IOException e) {
            throw new StackFailure(
                    "Could not start %s: %s".formatted(component.title(), e.getMessage()),
                    "Check free memory (free -m) and space (df -h " + folder.root() + ").",
                    e);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                // Tells people, and the guard, whose process this is.
                Strays.mark(settings.folder().root())));
        if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(arguments);
        return settings.outlivesJvm() ? Session.own(command) : command;
    }

    private static void setAsideIfLong(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
