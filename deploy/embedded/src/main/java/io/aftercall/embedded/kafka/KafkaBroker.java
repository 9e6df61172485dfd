package io.aftercall.embedded.kafka;

import io.aftercall.embedded.process.Folders;
import io.aftercall.embedded.process.Guard;
import io.aftercall.embedded.process.Ports;
import io.aftercall.embedded.process.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/**
 * A running single-node Kafka (KRaft) without automatic topics. It dies with this JVM, however that ends, unless
 * {@link Builder#outlivesJvm()} was asked for; a terminal's Ctrl-C does not reach it.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String TERMINATE = "TERM";
    private static final String KILL = "KILL";

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private final Process process;
    private final Guard guard;

    private KafkaBroker(Path folder, boolean temporary, int port, Process process, Guard guard) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = port;
        this.process = process;
        this.guard = guard;
    }

    /** Settings of a broker to start: by default temporary and on a free port. */
    public static Builder builder() {
        return new Builder();
    }

    /** Stops the broker that lives in this folder, whoever started it, and waits until it is gone. */
    public static void stop(Path folder) {
        Path home = folder.toAbsolutePath();
        Guard.stop(home, pidFile(home), TERMINATE);
    }

    /** The value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The process id of the broker. */
    public long pid() {
        return process.pid();
    }

    /** Holds its data and log; deleted by {@link #close()} if it is temporary. */
    public Path folder() {
        return folder;
    }

    /** The broker's log, for people. */
    public Path logFile() {
        return logFile(folder);
    }

    /** Stops the broker; deletes its folder if that was temporary. */
    @Override
    public void close() {
        Guard.stop(folder, pidFile(folder), temporary ? KILL : TERMINATE);
        if (temporary) {
            Folders.delete(folder);
        }
        if (guard != null) {
            guard.release();
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("kafka.pid");
    }

    private static Path logFile(Path folder) {
        return folder.resolve("kafka.log");
    }

    /** How a broker is to be started. */
    public static final class Builder {

        private static final Duration START_LIMIT = Duration.ofSeconds(120);

        private Path folder;
        private int port;
        private boolean outlivesJvm;

        private Builder() {}

        /** Keeps data and log in this folder, which may hold those of an earlier run; created where missing. */
        public Builder folder(Path folder) {
            this.folder = folder.toAbsolutePath();
            return this;
        }

        /** Listens on this port of 127.0.0.1; 0 is any free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Lets the broker run on when this JVM ends; {@link KafkaBroker#stop(Path)} ends it. Needs a folder. */
        public Builder outlivesJvm() {
            this.outlivesJvm = true;
            return this;
        }

        /**
         * Starts the broker, after stopping one that an earlier run left in the folder, and waits until it answers.
         *
         * @throws IllegalStateException if it does not come up; the message ends with the last lines of its log
         */
        public KafkaBroker start() {
            if (outlivesJvm && folder == null) {
                throw new IllegalArgumentException("A broker that outlives the JVM needs a folder of its own");
            }
            Path home = folder == null ? Folders.temporary("kafka") : Folders.create(folder);
            KafkaBroker.stop(home);
            if (port != 0) {
                Ports.requireFree(port);
            }
            Guard guard = outlivesJvm
                    ? null
                    : Guard.watch(home, pidFile(home), folder == null ? KILL : TERMINATE, folder == null);
            int brokerPort = port == 0 ? Ports.free() : port;
            try {
                Process process = launch(home, brokerPort);
                awaitListening(brokerPort, process);
                awaitReady("127.0.0.1:" + brokerPort, process);
                return new KafkaBroker(home, folder == null, brokerPort, process, guard);
            } catch (RuntimeException e) {
                Guard.stop(home, pidFile(home), KILL);
                String log = Folders.tail(logFile(home), 15);
                if (folder == null) {
                    Folders.delete(home);
                }
                if (guard != null) {
                    guard.release();
                }
                throw new IllegalStateException(
                        "Kafka did not start in " + home + ": " + e.getMessage() + "\n" + log, e);
            }
        }

        private static Process launch(Path home, int port) {
            try {
                Files.deleteIfExists(pidFile(home));
                Path settings = home.resolve("server.properties");
                try (Writer out = Files.newBufferedWriter(settings)) {
                    KafkaSettings.of(home.resolve("data"), port, Ports.free()).store(out, null);
                }
                return new ProcessBuilder(Session.own(command(home, settings)))
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(logFile(home).toFile()))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> command(Path home, Path settings) {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms128m",
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-cp",
                    KafkaRuntime.classPath(),
                    KafkaServerMain.class.getName(),
                    settings.toString(),
                    pidFile(home).toString(),
                    KafkaSettings.CLUSTER_ID);
        }

        /** Before any client is made: one that finds nobody says so ten times a second, in everybody's test log. */
        private static void awaitListening(int port, Process process) {
            long deadline = System.nanoTime() + START_LIMIT.toNanos();
            try {
                while (!Ports.answers(port)) {
                    if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                        throw new IllegalStateException("The broker ended with exit code " + process.exitValue());
                    }
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("Not listening within " + START_LIMIT.toSeconds() + " s");
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static void awaitReady(String bootstrapServers, Process process) {
            Properties settings = new Properties();
            settings.putAll(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) START_LIMIT.toMillis(),
                    AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
                    AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 50));
            Admin admin = admin(settings);
            try {
                KafkaFuture<?> nodes = admin.describeCluster().nodes();
                while (!answered(nodes)) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The broker ended with exit code " + process.exitValue());
                    }
                }
            } finally {
                // Closed at once: by default it would wait for the answer of a broker that is gone.
                admin.close(Duration.ZERO);
            }
        }

        /** Kafka's client finds its own classes through the thread's class loader, which in a test may be Quarkus'. */
        private static Admin admin(Properties settings) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(Admin.class.getClassLoader());
            try {
                return Admin.create(settings);
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        private static boolean answered(KafkaFuture<?> nodes) {
            try {
                nodes.get(500, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("No answer within " + START_LIMIT.toSeconds() + " s", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the broker started", e);
            }
        }
    }
}
