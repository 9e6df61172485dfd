package io.aftercall.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.embedded.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void serversAndTheirTemporaryFoldersGoWhenTheirJvmIsKilled() throws Exception {
        Process parent = orphanMaker("temporary");
        Properties report = report();

        parent.destroyForcibly().waitFor();

        await().atMost(STOP_LIMIT).untilAsserted(() -> {
            assertThat(Ports.isFree(port(report, "postgres.port"))).isTrue();
            assertThat(Ports.isFree(port(report, "kafka.port"))).isTrue();
            assertThat(Path.of(report.getProperty("postgres.folder"))).doesNotExist();
            assertThat(Path.of(report.getProperty("kafka.folder"))).doesNotExist();
        });
    }

    @Test
    void aServerThatMayOutliveItsJvmRunsOnUntilItIsStopped() throws Exception {
        Path home = folder.resolve("postgres");
        Process parent = orphanMaker(home.toString());
        int port = port(report(), "postgres.port");
        parent.getOutputStream().close();
        assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        boolean answeredAfterwards = !Ports.isFree(port);

        PostgresServer.stop(home);

        assertThat(answeredAfterwards).isTrue();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(home.resolve("data/PG_VERSION")).exists();
    }

    @Test
    void aProcessIdThatIsAnotherProcessNowIsLeftAlone() throws Exception {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Path pidFile = Files.writeString(folder.resolve("pid"), Long.toString(bystander.pid()));

            Guard.stop(folder, pidFile, "KILL");

            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    private Process orphanMaker(String kind) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanMaker.class.getName(),
                        folder.resolve("report").toString(),
                        kind)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private Properties report() throws IOException {
        Path file = folder.resolve("report");
        await().atMost(START_LIMIT)
                .untilAsserted(() -> assertThat(file)
                        .as(() -> Folders.tail(folder.resolve("log"), 20))
                        .exists());
        Properties report = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            report.load(in);
        }
        return report;
    }

    private static int port(Properties report, String name) {
        return Integer.parseInt(report.getProperty(name));
    }
}
