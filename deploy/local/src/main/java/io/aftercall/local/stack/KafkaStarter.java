package io.aftercall.local.stack;

import io.aftercall.embedded.kafka.KafkaBroker;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts a broker that outlives the command. A process of its own does it, in a session of its own: the broker inherits
 * that, and so neither Ctrl-C nor a closed terminal reaches it.
 */
final class KafkaStarter {

    private KafkaStarter() {}

    /** Arguments: the broker's folder and port. Prints its process id. */
    public static void main(String[] arguments) {
        KafkaBroker broker = KafkaBroker.builder()
                .folder(Path.of(arguments[0]))
                .port(Integer.parseInt(arguments[1]))
                .outlivesJvm()
                .start();
        new PrintStream(System.out, true, StandardCharsets.US_ASCII).println(broker.pid());
    }

    /** Returns the broker's process id once it answers. */
    static long start(Path folder, int port) {
        List<String> command = List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaStarter.class.getName(),
                folder.toString(),
                Integer.toString(port));
        try {
            Process starter =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(starter.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (starter.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return Long.parseLong(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka started", e);
        }
    }
}
