package io.aftercall.embedded.process;

import io.aftercall.embedded.kafka.KafkaBroker;
import io.aftercall.embedded.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** A JVM that starts servers, reports them in a file and then does nothing until it is killed. */
final class OrphanMaker {

    private OrphanMaker() {}

    /** Arguments: the report to write; {@code temporary}, or the folder of a PostgreSQL that is to outlive this JVM. */
    public static void main(String[] args) throws IOException {
        Properties report = new Properties();
        if (args[1].equals("temporary")) {
            PostgresServer postgres = PostgresServer.builder().withoutFsync().start();
            KafkaBroker kafka = KafkaBroker.builder().start();
            report.setProperty("postgres.folder", postgres.folder().toString());
            report.setProperty("postgres.port", Integer.toString(postgres.port()));
            report.setProperty("kafka.folder", kafka.folder().toString());
            report.setProperty("kafka.port", Integer.toString(kafka.port()));
        } else {
            PostgresServer postgres = PostgresServer.builder()
                    .withoutFsync()
                    .folder(Path.of(args[1]))
                    .outlivesJvm()
                    .start();
            postgres.createDatabase("kept");
            report.setProperty("postgres.port", Integer.toString(postgres.port()));
        }
        Path half = Path.of(args[0] + ".half");
        try (var out = Files.newBufferedWriter(half)) {
            report.store(out, null);
        }
        Files.move(half, Path.of(args[0]), StandardCopyOption.ATOMIC_MOVE);
        System.in.read();
    }
}
