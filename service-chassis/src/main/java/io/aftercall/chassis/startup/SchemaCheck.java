package io.aftercall.chassis.startup;

import io.aftercall.chassis.ServiceConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Refuses to start on a database that lacks a table or column the code needs, and names all of them. What is needed
 * stands in {@code db/schema.csv} ({@code table,column} a line) of the chassis and of the service; each has a test that
 * its migrations make exactly that.
 */
@ApplicationScoped
public class SchemaCheck {

    private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
    private static final int FIRST = 1;

    private final Jdbi jdbi;
    private final String service;

    SchemaCheck(Jdbi jdbi, ServiceConfig config) {
        this.jdbi = jdbi;
        this.service = config.name();
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            String message = "The database of " + service + " lacks " + String.join("; ", missing)
                    + ". Mend it with: ./aftercall migrate " + service;
            LOG.fatal(message);
            throw new IllegalStateException(message);
        }
    }

    /** What the code needs and the database lacks: {@code table t} or {@code column t.c}, whole tables once. */
    public List<String> missing() {
        SortedSet<String> actual = actual();
        SortedSet<String> tables = new TreeSet<>();
        actual.forEach(line -> tables.add(tableOf(line)));
        SortedSet<String> missing = new TreeSet<>(Collections.reverseOrder());
        for (String needed : declared()) {
            if (!tables.contains(tableOf(needed))) {
                missing.add("table " + tableOf(needed));
            } else if (!actual.contains(needed)) {
                missing.add("column " + needed.replace(',', '.'));
            }
        }
        return List.copyOf(missing);
    }

    /** What the migrations make and no {@code db/schema.csv} declares; empty, or the file is out of date. */
    public List<String> undeclared() {
        SortedSet<String> undeclared = actual();
        undeclared.removeAll(declared());
        return List.copyOf(undeclared);
    }

    private static String tableOf(String line) {
        return line.substring(0, line.indexOf(','));
    }

    private SortedSet<String> actual() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT c.table_name || ',' || c.column_name FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
                          AND c.table_name <> 'flyway_schema_history'
                        """).mapTo(String.class).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static SortedSet<String> declared() {
        SortedSet<String> lines = new TreeSet<>();
        try {
            for (URL file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources("db/schema.csv"))) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(lines::add);
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("db/schema.csv cannot be read.", unreadable);
        }
        return lines;
    }
}
