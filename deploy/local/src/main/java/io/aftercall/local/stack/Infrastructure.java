package io.aftercall.local.stack;

import io.aftercall.embedded.kafka.KafkaBroker;
import io.aftercall.embedded.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL and Kafka of a stack: servers of their own that know how to find and end an earlier run of theirs. */
final class Infrastructure {

    private final StackSettings settings;

    Infrastructure(StackSettings settings) {
        this.settings = settings;
    }

    /** Starts the server with all that the services expect in it. */
    StackProcess start(Component component, int port) {
        try {
            return switch (component) {
                case POSTGRES -> startPostgres(port);
                case KAFKA -> startKafka(port);
                default -> throw new IllegalArgumentException(component.title());
            };
        } catch (IllegalStateException e) {
            throw new StackFailure(
                    component.title() + " did not start.\n" + e.getMessage(),
                    "Its log: " + settings.folder().log(component),
                    e);
        }
    }

    /** Ends the server of this stack's folder, if one runs, even one an earlier run left behind. */
    void stop(Component component) {
        Path folder = settings.folder().data(component);
        switch (component) {
            case POSTGRES -> PostgresServer.stop(folder);
            case KAFKA -> KafkaBroker.stop(folder);
            default -> throw new IllegalArgumentException(component.title());
        }
    }

    private StackProcess startPostgres(int port) {
        Path folder = settings.folder().data(Component.POSTGRES);
        showLog(Component.POSTGRES, folder.resolve("postgres.log"));
        PostgresServer.Builder builder = PostgresServer.builder().folder(folder).port(port);
        PostgresServer server = settings.outlivesJvm() ? builder.outlivesJvm().start() : builder.start();
        for (Component service : Component.services()) {
            server.createDatabase(service.database());
        }
        return StackProcess.of(firstNumberIn(folder.resolve("data").resolve("postmaster.pid")), port);
    }

    private StackProcess startKafka(int port) {
        Path folder = settings.folder().data(Component.KAFKA);
        showLog(Component.KAFKA, folder.resolve("kafka.log"));
        KafkaBroker.Builder builder = KafkaBroker.builder().folder(folder).port(port);
        KafkaBroker broker = settings.outlivesJvm() ? builder.outlivesJvm().start() : builder.start();
        return StackProcess.of(broker.pid(), port);
    }

    /** These servers write their logs beside their data; people look for them beside the others. */
    private void showLog(Component component, Path actual) {
        Path link = settings.folder().log(component);
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, link.getParent().relativize(actual));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not link " + link, e);
        }
    }

    private static long firstNumberIn(Path pidFile) {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
