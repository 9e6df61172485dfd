package io.aftercall.embedded.postgres;

import io.aftercall.embedded.process.Folders;
import io.aftercall.embedded.process.Guard;
import io.aftercall.embedded.process.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A running PostgreSQL with as many databases as wanted, as durable as a production server unless told otherwise. It
 * dies with this JVM, however that ends, unless {@link Builder#outlivesJvm()} was asked for.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String FAST_SHUTDOWN = "INT";

    private static final String USER = "postgres";

    private final Path folder;
    private final boolean temporary;
    private final EmbeddedPostgres server;
    private final Guard guard;

    private PostgresServer(Path folder, boolean temporary, EmbeddedPostgres server, Guard guard) {
        this.folder = folder;
        this.temporary = temporary;
        this.server = server;
        this.guard = guard;
    }

    /** Settings of a server to start: by default temporary, on a free port, for 300 connections. */
    public static Builder builder() {
        return new Builder();
    }

    /** Stops the server that lives in this folder, whoever started it, and waits until it is gone. */
    public static void stop(Path folder) {
        Path home = folder.toAbsolutePath();
        Guard.stop(data(home), pidFile(home), FAST_SHUTDOWN);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    /** The only user; it may do everything. */
    public String username() {
        return USER;
    }

    /** Any password is accepted from this machine; this one is as good as another. */
    public String password() {
        return USER;
    }

    /** The JDBC URL of one of its databases, without credentials. */
    public String jdbcUrl(String database) {
        return url(port(), database);
    }

    /** Holds its data and log; deleted by {@link #close()} if it is temporary. */
    public Path folder() {
        return folder;
    }

    /** The server's log, for people. */
    public Path logFile() {
        return folder.resolve("postgres.log");
    }

    /** Creates the database unless it exists, and returns its JDBC URL. */
    public String createDatabase(String name) {
        return createDatabase(jdbcUrl("postgres"), name);
    }

    /** The same on a server known by the JDBC URL of any of its databases. */
    public static String createDatabase(String serverUrl, String name) {
        try (Connection connection = connect(serverUrl);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, name)) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true));
            }
            return serverUrl.substring(0, serverUrl.lastIndexOf('/') + 1) + name;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name, e);
        }
    }

    /** Stops the server; deletes its folder if that was temporary. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stop(folder);
        if (temporary) {
            Folders.delete(folder);
        }
        if (guard != null) {
            guard.release();
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        String query = "select 1 from pg_database where datname = " + statement.enquoteLiteral(database);
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static Connection connect(String url) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", USER);
        // Not through DriverManager, which sees only the drivers of some class loaders.
        return new Driver().connect(url, login);
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path pidFile(Path folder) {
        return data(folder).resolve("postmaster.pid");
    }

    /** How a server is to be started. */
    public static final class Builder {

        private Path folder;
        private int port;
        private int maxConnections = 300;
        private boolean fsync = true;
        private boolean outlivesJvm;

        private Builder() {}

        /** Keeps data and log in this folder, which may hold those of an earlier run; created where missing. */
        public Builder folder(Path folder) {
            this.folder = folder.toAbsolutePath();
            return this;
        }

        /** Listens on this port of 127.0.0.1; 0 is any free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder maxConnections(int maxConnections) {
            this.maxConnections = maxConnections;
            return this;
        }

        /** Leaves writing to disk to the operating system: data survive a killed server but not a power cut. For tests. */
        public Builder withoutFsync() {
            this.fsync = false;
            return this;
        }

        /** Lets the server run on when this JVM ends; {@link PostgresServer#stop(Path)} ends it. Needs a folder. */
        public Builder outlivesJvm() {
            this.outlivesJvm = true;
            return this;
        }

        /**
         * Starts the server, after stopping one that an earlier run left in the folder, and waits until it answers.
         *
         * @throws IllegalStateException if it does not come up; the message ends with the last lines of its log
         */
        public PostgresServer start() {
            if (outlivesJvm && folder == null) {
                throw new IllegalArgumentException("A server that outlives the JVM needs a folder of its own");
            }
            boolean temporary = folder == null;
            Path home = temporary ? Folders.temporary("postgres") : Folders.create(folder);
            PostgresServer.stop(home);
            if (port != 0) {
                Ports.requireFree(port);
            }
            discardHalfMadeData(home);
            Guard guard = outlivesJvm
                    ? null
                    : Guard.watch(temporary ? home : data(home), pidFile(home), FAST_SHUTDOWN, temporary);
            try {
                EmbeddedPostgres server = launch(home);
                Files.writeString(completeMark(home), "");
                return new PostgresServer(home, temporary, server, guard);
            } catch (IOException | SQLException | RuntimeException e) {
                PostgresServer.stop(home);
                String log = Folders.tail(home.resolve("postgres.log"), 15);
                if (temporary) {
                    Folders.delete(home);
                }
                if (guard != null) {
                    guard.release();
                }
                throw new IllegalStateException(
                        "PostgreSQL did not start in " + home + ": " + e.getMessage() + "\n" + log, e);
            }
        }

        private EmbeddedPostgres launch(Path home) throws IOException, SQLException {
            ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(
                    home.resolve("postgres.log").toFile());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Folders.cache().resolve("postgres").toFile())
                    .setDataDirectory(data(home))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port == 0 ? Ports.free() : port)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", Integer.toString(maxConnections))
                    // The library switches both off, and with them durability and honest latencies.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", fsync ? "on" : "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            requireOurs(server, home);
            return server;
        }

        /** The library only checks that some server answers on the port; it could be another's. */
        private static void requireOurs(EmbeddedPostgres server, Path home) throws SQLException {
            try (Connection connection = connect(url(server.getPort(), USER));
                    Statement statement = connection.createStatement();
                    ResultSet shown = statement.executeQuery("show data_directory")) {
                shown.next();
                if (!shown.getString(1).equals(data(home).toString())) {
                    throw new IllegalStateException("Port " + server.getPort() + " is taken by another PostgreSQL");
                }
            }
        }

        /** An initdb that was interrupted leaves a folder no server starts from, and nothing worth keeping. */
        private static void discardHalfMadeData(Path home) {
            if (!Files.exists(completeMark(home))) {
                Folders.delete(data(home));
            }
        }

        private static Path completeMark(Path home) {
            return home.resolve("initialized");
        }
    }
}
