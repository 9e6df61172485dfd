package io.aftercall.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveRowsTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void inALogARowIsPrintedOnlyWhenItsTextChanges() {
        try (LiveRows rows = new LiveRows(out, false, 80, List.of("kafka", "postgres"))) {
            rows.set("kafka", "starting", "0.1 s");
            rows.set("kafka", "starting", "0.2 s");
            rows.set("kafka", "ready", "2.0 s");
            rows.set("postgres", "ready", "");
        }

        assertThat(text()).isEqualTo("  kafka     starting  0.1 s\n  kafka     ready  2.0 s\n  postgres  ready\n");
    }

    @Test
    void onATerminalRowsAreRedrawnInPlace() {
        try (LiveRows rows = new LiveRows(out, true, 80, List.of("kafka", "postgres"))) {
            rows.set("kafka", "starting", "");
            rows.set("kafka", "ready", "");
        }

        assertThat(text()).isEqualTo("\r  kafka     starting\033[K\n" + "\033[1A\r  kafka     ready\033[K\n");
    }

    @Test
    void rowsNeverWrapOnATerminal() {
        try (LiveRows rows = new LiveRows(out, true, 12, List.of("kafka"))) {
            rows.set("kafka", "a very long text", "");
        }

        assertThat(text()).isEqualTo("\r  kafka  a \033[K\n");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
