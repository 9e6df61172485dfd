package io.aftercall.bench;

import io.aftercall.embedded.kafka.KafkaBroker;
import io.aftercall.embedded.postgres.PostgresServer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a durable PostgreSQL and a broker, then the benchmark as a service would run beside them. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try (PostgresServer postgres = PostgresServer.builder().start();
                KafkaBroker kafka = KafkaBroker.builder().start()) {
            System.setProperty("quarkus.datasource.jdbc.url", postgres.createDatabase("bench"));
            System.setProperty("quarkus.datasource.username", postgres.username());
            System.setProperty("quarkus.datasource.password", postgres.password());
            System.setProperty("kafka.bootstrap.servers", kafka.bootstrapServers());
            Quarkus.run(OutboxBench.class, (code, failure) -> {}, args);
        }
    }
}
