package io.aftercall.recording.storage;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Keeps audio in a folder: {@code audio/<shard>/<shard>/<callSid>/<recordingSid>/<generation>/<name>}. Files arrive by an
 * atomic rename from {@link Workspaces} on the same file system, after they and before their folders are forced to disk.
 */
@Startup
@ApplicationScoped
class FolderStore implements AudioStore {

    private static final int SHARD_CHARS = 2;

    private final Path audio;
    private final Workspaces workspaces;

    FolderStore(StorageConfig config, Workspaces workspaces) throws IOException {
        this.audio = Files.createDirectories(config.folder().resolve("audio"));
        this.workspaces = workspaces;
    }

    @Override
    public void keep(AudioKey key, List<Path> files) throws IOException {
        Path folder = Files.createDirectories(folderOf(key));
        for (Path file : files) {
            Path target = folder.resolve(file.getFileName());
            if (!Files.exists(target)) {
                force(file, StandardOpenOption.WRITE);
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path made = folder; made.startsWith(audio); made = made.getParent()) {
            force(made, StandardOpenOption.READ);
        }
    }

    @Override
    public Optional<StoredFile> find(AudioKey key, String name) {
        Path file = folderOf(key).resolve(name);
        try {
            return Optional.of(new StoredFile(file, Files.size(file)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void erase(String callSid) throws IOException {
        try {
            // Out of sight at once, whatever becomes of the deleting.
            Files.move(folderOf(callSid), workspaces.trashFor(callSid), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException nothing) {
            // A repeat, or a call without audio; leftovers of its attempts go all the same.
        }
        workspaces.discard(callSid);
    }

    private Path folderOf(AudioKey key) {
        return folderOf(key.callSid()).resolve(key.recordingSid()).resolve(key.generation());
    }

    private Path folderOf(String callSid) {
        AudioKey.requireSid(callSid);
        String shard = "%04x".formatted(callSid.hashCode() & 0xFFFF);
        return audio.resolve(shard.substring(0, SHARD_CHARS))
                .resolve(shard.substring(SHARD_CHARS))
                .resolve(callSid);
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
