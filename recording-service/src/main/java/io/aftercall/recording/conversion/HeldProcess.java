package io.aftercall.recording.conversion;

import java.io.IOException;
import java.util.List;
import net.bramp.ffmpeg.ProcessFunction;

/** Starts processes for the ffmpeg wrapper and keeps hold of the latest, since the wrapper itself cannot stop one. */
final class HeldProcess implements ProcessFunction {

    private Process process;
    private boolean unwanted;
    private boolean startFailed;

    @Override
    public synchronized Process run(List<String> command) throws IOException {
        if (unwanted) {
            throw new IOException("The run was given up before it began.");
        }
        startFailed = true;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        startFailed = false;
        return process;
    }

    /** Whether the program could not be started at all. */
    synchronized boolean startFailed() {
        return startFailed;
    }

    /** Ends the process and what it started, now, and lets no other begin. */
    synchronized void kill() {
        unwanted = true;
        if (process != null) {
            // Its children first: they may hold the pipe that the wrapper is reading from.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
