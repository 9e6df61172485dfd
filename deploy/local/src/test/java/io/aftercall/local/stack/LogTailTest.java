package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void theCauseIsSeenBehindALongStackTrace() throws IOException {
        Path log = folder.resolve("a.log");
        Files.write(log, Collections.nCopies(100, "INFO all is well"));
        Files.writeString(
                log,
                "ERROR could not start\n" + "    at some.Class.method(File.java:1)\n".repeat(100)
                        + "Caused by: no such table\n\tat some.Other.method(File.java:2)\n\t... 12 more\n",
                StandardOpenOption.APPEND);

        assertThat(LogTail.of(log).lines())
                .hasSize(15)
                .endsWith("INFO all is well", "ERROR could not start", "Caused by: no such table");
    }

    @Test
    void earlierStartsAreNotToldAgain() throws IOException {
        Path log = folder.resolve("a.log");
        LogTail.begin(log);
        Files.writeString(log, "ERROR of yesterday\n", StandardOpenOption.APPEND);
        LogTail.begin(log);
        Files.writeString(log, "ERROR of today\n", StandardOpenOption.APPEND);

        assertThat(LogTail.of(log)).contains("ERROR of today").doesNotContain("yesterday");
    }

    @Test
    void noLogIsNoText() {
        assertThat(LogTail.of(folder.resolve("none.log"))).isEmpty();
    }
}
