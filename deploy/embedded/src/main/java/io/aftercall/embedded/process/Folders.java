package io.aftercall.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders embedded servers live in. */
public final class Folders {

    private Folders() {}

    /**
     * Where unpacked binaries are kept between runs, readable by this user only: {@code ~/.cache/aftercall}, or what the
     * system property {@code aftercall.embedded.cache} says.
     */
    public static Path cache() {
        String given = System.getProperty("aftercall.embedded.cache");
        Path folder = given != null ? Path.of(given) : Path.of(System.getProperty("user.home"), ".cache", "aftercall");
        return create(folder.toAbsolutePath());
    }

    /** A new, empty folder for one run. */
    public static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory("aftercall-" + prefix + "-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty folder inside another, which is created where missing. */
    public static Path temporaryIn(Path parent, String prefix) {
        try {
            return Files.createTempDirectory(create(parent), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the folder and its parents where missing; returns it. */
    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not create " + folder, e);
        }
    }

    /** Deletes the folder and everything in it; nothing if it does not exist. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete " + folder, e);
        }
    }

    /** The last lines of a log file, for the message of an error; empty if there is none. */
    public static String tail(Path log, int lines) {
        if (!Files.isReadable(log)) {
            return "";
        }
        try (Stream<String> content = Files.lines(log)) {
            List<String> all = content.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
