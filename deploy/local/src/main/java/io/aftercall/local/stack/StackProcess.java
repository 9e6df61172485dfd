package io.aftercall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A process of the stack as its pid file remembers it. A pid alone may meanwhile be somebody else's, so the time of its
 * start counts too: what is not exactly the process we started is never touched.
 *
 * @param pid its process id
 * @param born boot id and start time in the kernel's ticks, which no clock change moves
 * @param port the port it listens on
 */
record StackProcess(long pid, String born, int port) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    // Places behind the name in /proc/PID/stat.
    private static final int STATE = 0;
    private static final int THREADS = 17;
    private static final int START_TIME = 19;

    /** A process that was started this moment. */
    static StackProcess of(long pid, int port) {
        return new StackProcess(pid, birth(pid).orElse("gone"), port);
    }

    /** What the file remembers; empty if there is none, or it was half-written. */
    static Optional<StackProcess> read(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() < 3
                    ? Optional.empty()
                    : Optional.of(new StackProcess(
                            Long.parseLong(lines.get(0)), lines.get(1), Integer.parseInt(lines.get(2))));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path pidFile) {
        StackFolder.writePrivately(
                pidFile, "%d%n%s%n%d%n".formatted(pid, born, port).getBytes(StandardCharsets.US_ASCII));
    }

    boolean alive() {
        return birth(pid).filter(born::equals).isPresent();
    }

    /** Asks it to stop, without waiting. */
    void askToStop() {
        signal(false);
    }

    /** Asks it to stop, and after {@code grace} makes it; returns when it is gone. */
    void stop(Duration grace) {
        signal(false);
        if (!Waiting.until(() -> !alive(), grace)) {
            kill();
        }
    }

    /** Ends it at once, as a crash would; returns when it is gone. */
    void kill() {
        signal(true);
        if (!Waiting.until(() -> !alive(), Duration.ofSeconds(10))) {
            throw new StackFailure(
                    "Process %d does not end.".formatted(pid),
                    "It may hang on a disk. See: cat /proc/%d/stack".formatted(pid));
        }
    }

    private void signal(boolean forcibly) {
        if (alive()) {
            ProcessHandle.of(pid).ifPresent(handle -> {
                if (forcibly) {
                    handle.destroyForcibly();
                } else {
                    handle.destroy();
                }
            });
        }
    }

    /** Empty for a process that has ended, though its parent may not have collected it yet (a zombie). */
    private static Optional<String> birth(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // Its first thread may be gone while others still hold files and ports.
            boolean ended = "ZX".contains(fields[STATE]) && fields[THREADS].equals("1");
            return ended
                    ? Optional.empty()
                    : Optional.of(Files.readString(BOOT_ID).strip() + ":" + fields[START_TIME]);
        } catch (IOException e) {
            // No such process, or it ended while we looked.
            return Optional.empty();
        }
    }
}
