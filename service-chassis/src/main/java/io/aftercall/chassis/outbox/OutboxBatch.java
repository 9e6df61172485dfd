package io.aftercall.chassis.outbox;

import io.aftercall.chassis.ServiceConfig;
import io.aftercall.chassis.kafka.CloudEvents;
import io.aftercall.chassis.kafka.EventProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * One batch: claim rows, send them, delete what the broker acknowledged, one commit. The rows stay locked while they
 * are sent, so a replica that dies lets go of them and another sends them again under the same id.
 */
@ApplicationScoped
class OutboxBatch {

    private static final Logger LOG = Logger.getLogger(OutboxBatch.class);
    private static final String CLAIM = """
            SELECT id, ce_id, topic, key, ce_type, body, traceparent, created_at FROM outbox
            WHERE refused IS NULL ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private final DataSource dataSource;
    private final EventProducer producer;
    private final OutboxConfig config;
    private final ServiceConfig service;

    OutboxBatch(DataSource dataSource, EventProducer producer, OutboxConfig config, ServiceConfig service) {
        this.dataSource = dataSource;
        this.producer = producer;
        this.config = config;
        this.service = service;
    }

    /**
     * Relays at most one batch.
     *
     * @return how many rows it claimed
     * @throws SQLException if the database does not answer; nothing is lost
     * @throws IllegalStateException if the broker did not answer; what it acknowledged is deleted
     */
    int relay() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<Long, Future<RecordMetadata>> sent = sendClaimed(connection);
                Answers answers = await(sent);
                delete(connection, answers.acknowledged());
                setAside(connection, answers.refused());
                connection.commit();
                answers.throwIfUnanswered();
                return sent.size();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Map<Long, Future<RecordMetadata>> sendClaimed(Connection connection) throws SQLException {
        Map<Long, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, config.batchSize());
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    sent.put(rows.getLong("id"), producer.send(toRecord(rows)));
                }
            }
        }
        producer.flush();
        return sent;
    }

    private ProducerRecord<String, byte[]> toRecord(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getBytes("body"));
        CloudEvents.write(
                message.headers(),
                row.getObject("ce_id", UUID.class).toString(),
                row.getString("ce_type"),
                service.name(),
                row.getTimestamp("created_at").toInstant(),
                row.getString("traceparent"));
        return message;
    }

    private static Answers await(Map<Long, Future<RecordMetadata>> sent) throws InterruptedException {
        Answers answers = new Answers();
        for (Map.Entry<Long, Future<RecordMetadata>> one : sent.entrySet()) {
            try {
                one.getValue().get();
                answers.acknowledged().add(one.getKey());
            } catch (ExecutionException failed) {
                answers.failed(one.getKey(), failed.getCause());
            }
        }
        return answers;
    }

    /** What the broker will never take must not hold up the rest; it stays here for a person to see to. */
    private static void setAside(Connection connection, Map<Long, String> refused) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE outbox SET refused = ? WHERE id = ?")) {
            for (Map.Entry<Long, String> one : refused.entrySet()) {
                LOG.errorf(
                        "Event %d will never be taken by the broker (%s). It stays in the outbox, set aside.",
                        one.getKey(), one.getValue());
                update.setString(1, one.getValue());
                update.setLong(2, one.getKey());
                update.executeUpdate();
            }
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** What the broker said to a batch. */
    private static final class Answers {

        private final List<Long> acknowledged = new ArrayList<>();
        private final Map<Long, String> refused = new LinkedHashMap<>();
        private Throwable unanswered;

        List<Long> acknowledged() {
            return acknowledged;
        }

        Map<Long, String> refused() {
            return refused;
        }

        void failed(long id, Throwable failure) {
            if (failure instanceof RecordTooLargeException) {
                refused.put(id, failure.getClass().getSimpleName());
            } else {
                unanswered = failure;
            }
        }

        void throwIfUnanswered() {
            if (unanswered != null) {
                throw new IllegalStateException("The broker did not take every event.", unanswered);
            }
        }
    }
}
