package io.aftercall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** What the pid files of a stack remember, checked against what really runs. */
final class Processes {

    private final StackFolder folder;

    Processes(StackFolder folder) {
        this.folder = folder;
    }

    /** The process that was started last for this component, alive or not. */
    Optional<StackProcess> last(Component component) {
        return StackProcess.read(folder.pidFile(component));
    }

    Optional<StackProcess> running(Component component) {
        return last(component).filter(StackProcess::alive);
    }

    boolean runs(Component component) {
        return running(component).isPresent();
    }

    void remember(Component component, StackProcess process) {
        process.write(folder.pidFile(component));
    }

    void forget(Component component) {
        try {
            Files.deleteIfExists(folder.pidFile(component));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
