package io.aftercall.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercall.embedded.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void dataAreThereAfterARestartOnTheSameFolder() throws SQLException {
        int port = Ports.free();
        try (PostgresServer first =
                PostgresServer.builder().folder(folder).port(port).start()) {
            execute(first, "calls", "create table call (sid text)");
            execute(first, "calls", "insert into call values ('CA1')");
            first.createDatabase("others");
        }

        try (PostgresServer second =
                PostgresServer.builder().folder(folder).port(port).start()) {
            assertThat(query(second, "calls", "select sid from call")).isEqualTo("CA1");
            assertThat(query(second, "others", "select count(*) from pg_tables where tablename = 'call'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void itIsAsDurableAsInProduction() throws SQLException {
        try (PostgresServer server = PostgresServer.builder().start()) {
            assertThat(query(server, "postgres", "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "postgres", "show fsync")).isEqualTo("on");
            assertThat(query(server, "postgres", "show max_connections")).isEqualTo("300");
        }
    }

    @Test
    void aFolderLeftByAnInterruptedSetUpIsSetUpAgain() throws Exception {
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/postgresql.conf"), "half of it");

        try (PostgresServer server =
                PostgresServer.builder().folder(folder).withoutFsync().start()) {
            assertThat(query(server, "postgres", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PostgresServer.Builder server =
                    PostgresServer.builder().folder(folder).port(taken.getLocalPort());

            assertThatThrownBy(server::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void aTemporaryFolderIsDeletedAtTheEnd() {
        PostgresServer server = PostgresServer.builder().withoutFsync().start();

        server.close();

        assertThat(server.folder()).doesNotExist();
        assertThat(Ports.isFree(server.port())).isTrue();
    }

    private static void execute(PostgresServer server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String database, String sql) throws SQLException {
        try (Connection connection = connect(server, database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(PostgresServer server, String database) throws SQLException {
        return DriverManager.getConnection(server.createDatabase(database), server.username(), server.password());
    }
}
