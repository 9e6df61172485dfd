package io.aftercall.embedded.kafka;

import io.aftercall.embedded.process.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The broker's own class path. Its jars travel inside this module as resources, so that they are on nobody else's class
 * path, and are unpacked once per content into the cache folder.
 */
final class KafkaRuntime {

    private static final String FILES = "/kafka-server/";
    private static final String MAIN_CLASS =
            "/" + KafkaServerMain.class.getName().replace('.', '/') + ".class";

    private KafkaRuntime() {}

    /** Unpacks what is missing and returns the class path. */
    static String classPath() {
        List<String> jars = List.of(text(FILES + "classpath").trim().split(":"));
        Path home = Folders.cache().resolve("kafka-" + fingerprint(jars));
        if (!Files.exists(home)) {
            unpack(jars, home);
        }
        return home + ":" + home.resolve("jars") + "/*";
    }

    /** Into a folder beside it, then renamed: whoever sees the folder sees all of it. */
    private static void unpack(List<String> jars, Path home) {
        Path fresh = Folders.temporaryIn(home.getParent(), "kafka-");
        try {
            for (String jar : jars) {
                copy(FILES + jar, fresh.resolve(jar));
            }
            copy(MAIN_CLASS, fresh.resolve(MAIN_CLASS.substring(1)));
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another JVM was faster, with the same content.
            Folders.delete(fresh);
        } catch (IOException e) {
            Folders.delete(fresh);
            throw new UncheckedIOException("Could not unpack the Kafka broker into " + home, e);
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = open(resource)) {
            Files.copy(in, target);
        }
    }

    /** Jar names hold their versions; the main class is ours and changes without one. */
    private static String fingerprint(List<String> jars) {
        try (InputStream main = open(MAIN_CLASS)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join(":", jars).getBytes(StandardCharsets.UTF_8));
            digest.update(main.readAllBytes());
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = KafkaRuntime.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The Kafka broker is not packaged in this module: no " + resource);
        }
        return in;
    }
}
