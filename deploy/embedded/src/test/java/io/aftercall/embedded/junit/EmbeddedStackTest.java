package io.aftercall.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.kafka.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

class EmbeddedStackTest {

    @Test
    void aServiceGetsADatabaseABrokerAndAKey() throws Exception {
        EmbeddedStack stack = new EmbeddedStack();
        stack.init(Map.of("signing-key", "some.key"));

        Map<String, String> config = stack.start();

        assertThat(config)
                .containsKeys("mp.jwt.verify.publickey", "some.key")
                .containsEntry("mp.jwt.verify.issuer", "aftercall");
        try (var connection = DriverManager.getConnection(
                        config.get("quarkus.datasource.jdbc.url"),
                        config.get("quarkus.datasource.username"),
                        config.get("quarkus.datasource.password"));
                var statement = connection.createStatement();
                var shown = statement.executeQuery(
                        "select current_setting('synchronous_commit'), current_setting('server_version_num')::int >= 180000")) {
            shown.next();
            assertThat(shown.getString(1)).isEqualTo("on");
            assertThat(shown.getBoolean(2)).isTrue();
        }
        try (KafkaProbe probe = EmbeddedStack.kafkaProbe()) {
            probe.createTopic("greetings", 3);
            probe.send("greetings", "CA1", "io.aftercall.greeting.v1", "id-1", "{}".getBytes(StandardCharsets.UTF_8));
            var record = probe.await("greetings", r -> "CA1".equals(r.key()), Duration.ofSeconds(10));
            assertThat(KafkaProbe.header(record, "ce_id")).isEqualTo("id-1");
        }
        assertThat(AppInfoParser.getVersion()).isEqualTo("4.1.1");
    }
}
