package io.aftercall.dispatcher.delivery;

import io.aftercall.chassis.trace.Traces;
import io.aftercall.dispatcher.endpoint.Endpoint;
import io.aftercall.dispatcher.payload.Message;
import io.aftercall.dispatcher.payload.StableId;
import io.aftercall.dispatcher.queue.AttemptSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes messages and their deliveries, in the open transaction and under the call's lock. */
@ApplicationScoped
class NewDeliveries {
    private static final String SUPERSEDE = """
            UPDATE delivery
            SET superseded_by = :revision, state = CASE WHEN state = 'sending' THEN state ELSE 'superseded' END
            WHERE id IN (
                SELECT id FROM delivery
                WHERE call_sid = :callSid AND event_type = :type AND revision < :revision
                  AND endpoint_id = ANY (:endpointIds) AND state IN ('pending', 'sending', 'withheld')
                ORDER BY id FOR UPDATE)
            """;

    private static final String INSERT = """
            INSERT INTO delivery (id, endpoint_id, business_id, event_type, call_sid, revision, state, due_at, created_at,
                                  traceparent)
            VALUES (:id, :endpointId, :businessId, :type, :callSid, :revision, :state,
                    now() + make_interval(secs => :pauseSeconds), :createdAt, :traceparent)
            """;

    private static final double MS_PER_SECOND = 1000;

    private final Jdbi jdbi;
    private final AttemptSchedule schedule;
    private final Traces traces;
    private final Clock clock;

    NewDeliveries(Jdbi jdbi, AttemptSchedule schedule, Traces traces, Clock clock) {
        this.jdbi = jdbi;
        this.schedule = schedule;
        this.traces = traces;
        this.clock = clock;
    }

    /** The newest revision there is a message of; 0 if there is none. */
    int newestRevision(String callSid, String type) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(max(revision), 0) FROM event WHERE call_sid = :callSid AND type = :type")
                .bind("callSid", callSid)
                .bind("type", type)
                .mapTo(int.class)
                .one());
    }

    /** Writes {@code message} and a delivery of it for each of {@code endpoints}; a disabled one's is withheld. */
    void insert(Message message, String callSid, int revision, String businessId, List<Endpoint> endpoints) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            insertEvent(handle, message, callSid, revision, businessId, now);
            supersede(handle, message, callSid, revision, endpoints);
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (Endpoint endpoint : endpoints) {
                batch.bind("id", StableId.of("msg_", endpoint.id(), message.id()))
                        .bind("endpointId", endpoint.id())
                        .bind("businessId", businessId)
                        .bind("type", message.type())
                        .bind("callSid", callSid)
                        .bind("revision", revision)
                        .bind("state", endpoint.enabled() ? "pending" : "withheld")
                        .bind("pauseSeconds", schedule.beforeFirst().toMillis() / MS_PER_SECOND)
                        .bind("createdAt", now)
                        .bindBySqlType("traceparent", traces.current(), Types.VARCHAR)
                        .add();
            }
            batch.execute();
        });
    }

    private static void insertEvent(
            Handle handle, Message message, String callSid, int revision, String businessId, Instant now) {
        handle.createUpdate("""
                        INSERT INTO event (call_sid, type, revision, id, business_id, payload, created_at)
                        VALUES (:callSid, :type, :revision, :id, :businessId, :payload, :createdAt)
                        """)
                .bind("callSid", callSid)
                .bind("type", message.type())
                .bind("revision", revision)
                .bind("id", message.id())
                .bind("businessId", businessId)
                .bind("payload", message.json())
                .bind("createdAt", now)
                .execute();
    }

    private static void supersede(
            Handle handle, Message message, String callSid, int revision, List<Endpoint> endpoints) {
        handle.createUpdate(SUPERSEDE)
                .bind("revision", revision)
                .bind("callSid", callSid)
                .bind("type", message.type())
                .bindArray(
                        "endpointIds",
                        String.class,
                        endpoints.stream().map(Endpoint::id).toList())
                .execute();
    }
}
