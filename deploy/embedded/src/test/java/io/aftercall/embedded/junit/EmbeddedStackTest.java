package io.aftercall.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedStackTest {

    @Test
    void everyStartGetsAFreshDatabaseAndTheSameBroker() throws Exception {
        Map<String, String> first = start(Map.of());
        try (Connection connection = connect(first)) {
            connection.createStatement().execute("create table left_over (id int)");
        }

        Map<String, String> second = start(Map.of());

        try (Connection connection = connect(second);
                var tables = connection.getMetaData().getTables(null, "public", "left_over", null)) {
            assertThat(tables.next()).isFalse();
        }
        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
    }

    @Test
    void theBrokerCanBeLeftOutAndTheSigningKeyGivenAway() {
        Map<String, String> config = start(Map.of("kafka", "false", "signing-key", "some.key"));

        assertThat(config)
                .doesNotContainKey("kafka.bootstrap.servers")
                .containsEntry("mp.jwt.verify.issuer", "aftercall")
                .containsEntry("mp.jwt.verify.audiences", "aftercall")
                .containsEntry("mp.jwt.verify.publickey", Tokens.publicKeyPem())
                .containsEntry("some.key", Tokens.privateKeyPem());
    }

    private static Map<String, String> start(Map<String, String> args) {
        EmbeddedStack stack = new EmbeddedStack();
        stack.init(args);
        return stack.start();
    }

    private static Connection connect(Map<String, String> config) throws Exception {
        return DriverManager.getConnection(
                config.get("quarkus.datasource.jdbc.url"),
                config.get("quarkus.datasource.username"),
                config.get("quarkus.datasource.password"));
    }
}
