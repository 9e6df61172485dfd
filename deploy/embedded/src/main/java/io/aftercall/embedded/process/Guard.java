package io.aftercall.embedded.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small shell process that stops a server when this JVM ends, in whatever way it ends: its life line is a pipe which
 * the kernel closes even when the JVM is killed.
 */
public final class Guard {

    private static final String SCRIPT = script();

    private final Process process;

    private Guard(Process process) {
        this.process = process;
    }

    /**
     * Starts guarding; may be called before the server runs, so that there is no unguarded moment.
     *
     * @param folder the server's own folder; its command line must contain this path
     * @param pidFile holds the server's process id in its first line
     * @param signal stops the server, e.g. {@code INT}; after 20 s it is killed
     * @param delete whether the folder is deleted afterwards
     */
    public static Guard watch(Path folder, Path pidFile, String signal, boolean delete) {
        return new Guard(start(folder, pidFile, signal, delete));
    }

    /** Stops the server of this folder, if one runs, and waits until it is gone. */
    public static void stop(Path folder, Path pidFile, String signal) {
        if (!Files.exists(pidFile)) {
            return;
        }
        Process reaper = start(folder, pidFile, signal, false);
        try {
            reaper.getOutputStream().close();
            reaper.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping the server of " + folder, e);
        }
    }

    /** Ends the guard without touching the server: it was stopped properly. */
    public void release() {
        try (OutputStream lifeLine = process.getOutputStream()) {
            lifeLine.write("released\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The guard process is gone", e);
        }
    }

    private static Process start(Path folder, Path pidFile, String signal, boolean delete) {
        try {
            return new ProcessBuilder(Session.own(List.of(
                            "sh",
                            "-c",
                            SCRIPT,
                            "aftercall-guard",
                            folder.toString(),
                            pidFile.toString(),
                            signal,
                            delete ? "delete" : "keep")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        try (InputStream in = Guard.class.getResourceAsStream("guard.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
