package io.aftercall.embedded.junit;

import io.aftercall.embedded.kafka.KafkaBroker;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.embedded.postgres.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A real PostgreSQL and a real Kafka for a service's tests: one of each per test JVM, gone when it ends, and a fresh
 * database for every start of the application under test.
 *
 * <p>Arguments: {@code kafka=false} leaves the broker out; {@code signing-key=some.property} also gives the private key
 * of {@link Tokens} to that property (the gateway's).
 */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private static final String POSTGRES_URL = "aftercall.embedded.postgres";
    private static final String KAFKA_SERVERS = "aftercall.embedded.kafka";

    private boolean withKafka = true;
    private String signingKeyProperty;

    @Override
    public void init(Map<String, String> args) {
        withKafka = Boolean.parseBoolean(args.getOrDefault("kafka", "true"));
        signingKeyProperty = args.get("signing-key");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", newDatabase());
        config.put("quarkus.datasource.username", "postgres");
        config.put("quarkus.datasource.password", "postgres");
        if (withKafka) {
            config.put("kafka.bootstrap.servers", bootstrapServers());
        }
        config.put("mp.jwt.verify.publickey", Tokens.publicKeyPem());
        config.put("mp.jwt.verify.publickey.algorithm", "ES256");
        config.put("mp.jwt.verify.issuer", Tokens.ISSUER);
        config.put("mp.jwt.verify.audiences", Tokens.AUDIENCE);
        if (signingKeyProperty != null) {
            config.put(signingKeyProperty, Tokens.privateKeyPem());
        }
        return config;
    }

    /** Nothing to stop: both servers serve the next application of this JVM and end with it. */
    @Override
    public void stop() {}

    /** The broker of this JVM, started by the first who asks. */
    public static String bootstrapServers() {
        return once(KAFKA_SERVERS, () -> KafkaBroker.builder().start().bootstrapServers());
    }

    /** A probe on the broker of this JVM; close it. */
    public static KafkaProbe kafkaProbe() {
        return new KafkaProbe(bootstrapServers());
    }

    /** A new, empty database on the server of this JVM: its JDBC URL; user and password are {@code postgres}. */
    public static String newDatabase() {
        String admin = once(
                POSTGRES_URL,
                () -> PostgresServer.builder().withoutFsync().start().jdbcUrl("postgres"));
        return PostgresServer.createDatabase(
                admin, "test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Addresses are kept in system properties: Quarkus loads this class through several class loaders in one JVM, and
     * statics would start a server for each.
     */
    private static String once(String property, Supplier<String> start) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(property);
            if (known == null) {
                known = start.get();
                System.setProperty(property, known);
            }
            return known;
        }
    }
}
