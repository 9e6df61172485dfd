package io.aftercall.recording.storage;

import io.aftercall.chassis.work.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of its own for each attempt, on the file system of the audio. An attempt that ends removes its own; one whose
 * process died has it removed by the attempt after it, by giving up, or by erasing the call, one of which always comes.
 */
@ApplicationScoped
public class Workspaces {

    private final Path incoming;

    Workspaces(StorageConfig config) throws IOException {
        this.incoming = Files.createDirectories(config.folder().resolve("incoming"));
    }

    /** Makes the attempt's folder, and removes those of earlier attempts at the same. */
    public Workspace open(Attempt attempt) throws IOException {
        discard(attempt.callSid(), attempt.revision());
        String name = prefixOf(attempt.callSid(), attempt.revision()) + attempt.number();
        return new Workspace(Files.createDirectories(incoming.resolve(name)));
    }

    /** Removes what attempts at this revision have left. */
    public void discard(String callSid, int revision) throws IOException {
        discardAll(prefixOf(callSid, revision));
    }

    /** Removes what attempts at the call, or its erasure, have left. */
    void discard(String callSid) throws IOException {
        discardAll(callSid + "-");
    }

    /** A name to move a call's audio to before it is deleted. */
    Path trashFor(String callSid) {
        return incoming.resolve(callSid + "-erased-" + UUID.randomUUID());
    }

    private static String prefixOf(String callSid, int revision) {
        AudioKey.requireSid(callSid);
        return callSid + "-" + revision + "-";
    }

    private void discardAll(String prefix) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(incoming)) {
            left = all.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path folder : left) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new DeleteAll());
    }

    /** One attempt's folder; closing it removes it with all that is in it. */
    public record Workspace(Path folder) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            delete(folder);
        }
    }

    /** Two may delete the same at once, so what is gone already is fine. */
    private static final class DeleteAll extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
