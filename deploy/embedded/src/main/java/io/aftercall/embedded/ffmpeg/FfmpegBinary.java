package io.aftercall.embedded.ffmpeg;

import io.aftercall.embedded.process.Folders;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/** Finds an ffmpeg to run: the machine's own, else a static one that travels with this module's dependencies. */
public final class FfmpegBinary {

    private static final String RESOURCES = "/ws/schild/jave/nativebin/";

    private FfmpegBinary() {}

    /** The ffmpeg on the PATH, else the static one, unpacked into the cache folder on first use (75 MB). */
    public static Path locate() {
        return locate(Folders.cache().resolve("ffmpeg"));
    }

    /**
     * The ffmpeg on the PATH, else the static one, unpacked into this folder on first use.
     *
     * @throws IllegalStateException if there is none for this processor
     */
    public static Path locate(Path folder) {
        return onPath(System.getenv("PATH")).orElseGet(() -> unpack(folder));
    }

    static Optional<Path> onPath(String path) {
        return Arrays.stream(Optional.ofNullable(path).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "ffmpeg").toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    static Path unpack(Path folder) {
        String name = "ffmpeg-" + System.getProperty("os.arch");
        Path target = folder.toAbsolutePath().resolve(name);
        if (Files.isExecutable(target)) {
            return target;
        }
        Path fresh = Folders.temporaryIn(target.getParent(), "unpacking-");
        try (InputStream in = FfmpegBinary.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("Install ffmpeg: there is none on the PATH and none packaged for "
                        + System.getProperty("os.arch"));
            }
            Path file = fresh.resolve(name);
            Files.copy(in, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            // Renamed when complete: others never run half a file.
            return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack ffmpeg into " + folder, e);
        } finally {
            Folders.delete(fresh);
        }
    }
}
