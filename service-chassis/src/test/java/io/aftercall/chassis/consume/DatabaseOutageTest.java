package io.aftercall.chassis.consume;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.chassis.Events;
import io.aftercall.chassis.ScriptedWorker;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class DatabaseOutageTest {

    private static final Duration OUTAGE = Duration.ofSeconds(60);

    @Inject
    ScriptedWorker worker;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void aDatabaseThatIsDownForAMinuteCostsNoEventAndNoDeadLetter() throws Exception {
        List<String> calls = Stream.generate(Events::newCall).limit(20).toList();
        try (KafkaProbe kafka = EmbeddedStack.kafkaProbe()) {
            refuseConnections(true);
            try {
                for (String callSid : calls) {
                    Events.send(kafka, Events.callEnded(callSid, 1));
                }
                await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(5)).until(() -> true);
                assertThat(calls).allMatch(callSid -> worker.attempts(callSid).isEmpty());
            } finally {
                refuseConnections(false);
            }

            await().atMost(60, SECONDS)
                    .until(() -> calls.stream()
                            .allMatch(callSid -> worker.stored(callSid).size() == 1));
            assertThat(kafka.records("call-ended.chassis-test.dlq"))
                    .extracting(letter -> letter.key())
                    .doesNotContainAnyElementsOf(calls);
        }
    }

    /** From the server's other database: what a service sees of a server that is shutting down or starting up. */
    private void refuseConnections(boolean refuse) throws SQLException {
        String path = url.replaceFirst("\\?.*", "");
        String database = path.substring(path.lastIndexOf('/') + 1);
        String admin = url.replace("/" + database, "/postgres");
        try (Connection connection = DriverManager.getConnection(admin, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS " + !refuse);
            if (refuse) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            }
        }
    }
}
