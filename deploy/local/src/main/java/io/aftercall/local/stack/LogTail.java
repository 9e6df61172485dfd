package io.aftercall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * The end of a log as it helps somebody who did not expect it: of the last start only, without the frames of stack
 * traces.
 */
final class LogTail {

    private static final String START = "--- started ";
    private static final int LINES = 15;
    private static final int LONGEST_LINE = 300;

    private LogTail() {}

    /** Writes into the log that from here on it is about a new process. */
    static void begin(Path log) throws IOException {
        Files.writeString(log, START + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Empty if there is no log. */
    static String of(Path log) {
        if (!Files.exists(log)) {
            return "";
        }
        try {
            // Whatever the process wrote, readable or not.
            String all = Files.readString(log, StandardCharsets.ISO_8859_1);
            List<String> telling = all.substring(Math.max(0, all.lastIndexOf(START)))
                    .lines()
                    .filter(line -> !line.matches("\\s+(at |\\.\\.\\. \\d+ more).*") && !line.isBlank())
                    .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line)
                    .toList();
            return String.join("\n", telling.subList(Math.max(0, telling.size() - LINES), telling.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
