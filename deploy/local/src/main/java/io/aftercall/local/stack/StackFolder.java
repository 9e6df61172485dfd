package io.aftercall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a stack keeps everything of its own, for its owner's eyes only.
 *
 * @param root {@code .aftercall} of the checkout, or a test's temporary folder
 */
public record StackFolder(Path root) {

    public StackFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates what is missing of it. */
    public void create() {
        for (Path folder : new Path[] {root, run(), logs(), data(), recordings(), secrets()}) {
            try {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            } catch (IOException e) {
                throw new StackFailure(
                        "Cannot write to " + folder + ": " + e.getMessage(),
                        "Check its owner (ls -ld " + root + ") and the free space (df -h " + root + ").",
                        e);
            }
        }
    }

    /** Pid files of the running processes. */
    Path run() {
        return root.resolve("run");
    }

    /** Held while a stack is being started or stopped. */
    Path lock() {
        return root.resolve("lock");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** The log of one component. */
    public Path log(Component component) {
        return logs().resolve(component.title() + ".log");
    }

    /** Where PostgreSQL, Kafka and the sandbox keep what must survive a restart. */
    public Path data() {
        return root.resolve("data");
    }

    Path data(Component component) {
        return data().resolve(component.title());
    }

    Path recordings() {
        return root.resolve("recordings");
    }

    /** What only its owner may know. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** What people need to use the API and to sign test callbacks. */
    public Path credentials() {
        return root.resolve("credentials.json");
    }

    Path pidFile(Component component) {
        return run().resolve(component.title() + ".pid");
    }

    /** Replaces a file in one step with content only its owner may read. */
    public static void writePrivately(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }
}
