package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real PostgreSQL, Kafka and sandbox; the services are stood in for, since only their processes matter here. */
class LocalStackTest {

    @TempDir
    Path root;

    private LocalStack stack;

    @BeforeEach
    void packageServices() throws IOException {
        stack = stackWith(Map.of());
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void startsMendsAndStops() {
        stack.start(StackProgress.NONE);

        assertThat(stack.isReady()).isTrue();
        assertThat(Component.services()).allSatisfy(this::hasItsDatabase);
        assertThat(asked(Component.WEBHOOK_DISPATCHER, "AFTERCALL_WEBHOOK_ALLOWED_NETWORKS"))
                .isEqualTo("127.0.0.0/8,::1/128");
        assertThat(asked(Component.CALL_GATEWAY, "AFTERCALL_PUBLIC_URL"))
                .isEqualTo(stack.credentials().publicUrl());

        long sparedPid = stack.pid(Component.CALL_GATEWAY).orElseThrow();
        int port = stack.port(Component.SUMMARY_SERVICE).orElseThrow();
        stack.kill(Component.SUMMARY_SERVICE);
        assertThat(stack.isReady()).isFalse();

        stack.start(StackProgress.NONE);
        assertThat(stack.isReady()).isTrue();
        assertThat(stack.port(Component.SUMMARY_SERVICE)).contains(port);
        assertThat(stack.pid(Component.CALL_GATEWAY)).contains(sparedPid);

        stack.kill(Component.SUMMARY_SERVICE);
        stack.restart(Component.SUMMARY_SERVICE);
        assertThat(stack.isReady(Component.SUMMARY_SERVICE)).isTrue();
        assertThat(stack.port(Component.SUMMARY_SERVICE)).contains(port);

        stack.stop(StackProgress.NONE);
        assertThat(stack.components())
                .allSatisfy(component -> assertThat(stack.pid(component)).isEmpty());
        assertThat(Strays.of(root.resolve("state"))).isEmpty();
    }

    @Test
    void aServiceThatEndsAtItsStartIsNamedWithTheEndOfItsLog() {
        stack = stackWith(Map.of("BROKEN", "yes"));

        assertThatThrownBy(() -> stack.start(StackProgress.NONE))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("the database does not fit");
    }

    @Test
    void whatHasNotBeenBuiltIsSaidBeforeAnythingElse() throws IOException {
        Files.delete(root.resolve("checkout/recording-service/target/quarkus-app/quarkus-run.jar"));
        List<Component> started = new CopyOnWriteArrayList<>();

        assertThatThrownBy(() -> stack.start(new StackProgress() {
                    @Override
                    public void changed(Component component, State state, int port) {
                        started.add(component);
                    }

                    @Override
                    public void note(String text) {
                        throw new AssertionError(text);
                    }
                }))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("recording-service has not been built");
        assertThat(started).isEmpty();
    }

    private LocalStack stackWith(Map<String, String> environment) {
        try {
            Path checkout = FakeService.checkout(root.resolve("checkout"));
            return new LocalStack(StackSettings.forTest(root.resolve("state"), checkout, null, environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hasItsDatabase(Component service) {
        String url = asked(service, "QUARKUS_DATASOURCE_JDBC_URL");
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var shown = connection.createStatement().executeQuery("show synchronous_commit")) {
            assertThat(url).endsWith("/" + service.database());
            assertThat(shown.next()).isTrue();
            assertThat(shown.getString(1)).isEqualTo("on");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String asked(Component service, String variable) {
        int port = stack.port(service).orElseThrow();
        try (var answer = URI.create("http://127.0.0.1:%d/%s".formatted(port, variable))
                .toURL()
                .openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
