package io.aftercall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** While the database is away, Twilio is told to try again, and what it then sends is kept. */
@QuarkusTest
@AgainstRealParts
class DatabaseOutageTest {

    @Inject
    Gateway gateway;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void aCallbackThatCannotBeSavedIsAnswered503AndKeptWhenItComesAgain() throws SQLException {
        PlayedCall call = PlayedCall.toNobody();
        String database = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        try (Connection admin =
                        DriverManager.getConnection(url.replace("/" + database, "/postgres"), "postgres", "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS false");
            try {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");

                assertThat(Twilio.post(call.completed())).isEqualTo(503);
                gateway.admin().get("/api/calls").then().statusCode(503).contentType("application/problem+json");
            } finally {
                statement.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS true");
            }
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> Twilio.post(call.completed()) == 204);
        assertThat(gateway.row(call.sid())).containsEntry("status", "ended");
    }
}
