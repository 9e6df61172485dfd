package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessTest {

    private final Process child = start("sleep", "60");

    @AfterEach
    void endChild() {
        child.destroyForcibly();
    }

    @Test
    void isFoundAgainFromItsPidFile(@TempDir Path folder) {
        StackProcess started = StackProcess.of(child.pid(), 8080);
        started.write(folder.resolve("a.pid"));

        assertThat(StackProcess.read(folder.resolve("a.pid"))).contains(started);
        assertThat(started.alive()).isTrue();
    }

    @Test
    void aReusedPidIsNobodyOfOurs() {
        StackProcess former = new StackProcess(child.pid(), "another boot:1", 8080);

        former.stop(Duration.ofSeconds(5));
        former.kill();

        assertThat(former.alive()).isFalse();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void stopsOnRequest() {
        StackProcess process = StackProcess.of(child.pid(), 8080);

        process.stop(Duration.ofSeconds(5));

        assertThat(process.alive()).isFalse();
    }

    @Test
    void isKilledWhenItDoesNotListen(@TempDir Path folder) {
        Path trapped = folder.resolve("trapped");
        Process stubborn = start("sh", "-c", "trap '' TERM; touch " + trapped + "; while :; do sleep 1; done");
        assertThat(Waiting.until(() -> Files.exists(trapped), Duration.ofSeconds(10)))
                .isTrue();
        StackProcess process = StackProcess.of(stubborn.pid(), 8080);

        process.stop(Duration.ofMillis(200));

        assertThat(process.alive()).isFalse();
    }

    @Test
    void aHalfWrittenPidFileIsNoProcess(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.pid"), child.pid() + "\n");

        assertThat(StackProcess.read(folder.resolve("a.pid"))).isEmpty();
        assertThat(StackProcess.read(folder.resolve("none.pid"))).isEmpty();
    }

    @Test
    void pidFilesAreTheOwnersAlone(@TempDir Path folder) throws IOException {
        StackProcess.of(child.pid(), 8080).write(folder.resolve("a.pid"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.pid"))))
                .isEqualTo("rw-------");
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
