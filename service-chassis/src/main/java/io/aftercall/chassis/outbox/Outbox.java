package io.aftercall.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.sql.AfterCommit;
import io.aftercall.chassis.trace.Traces;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Publishes an event exactly when the transaction it is published in commits. */
@ApplicationScoped
public class Outbox {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final AfterCommit afterCommit;
    private final Traces traces;
    private final OutboxRelay relay;

    Outbox(Jdbi jdbi, ObjectMapper json, AfterCommit afterCommit, Traces traces, OutboxRelay relay) {
        this.jdbi = jdbi;
        this.json = json;
        this.afterCommit = afterCommit;
        this.traces = traces;
        this.relay = relay;
    }

    /**
     * Publishes {@code event} with the open transaction. Consumers get it at least once, with the same
     * {@code ce_id} on each re-send.
     *
     * @throws IllegalStateException if no transaction is open
     */
    public <E extends Event> void publish(EventType<E> type, E event) {
        afterCommit.run(relay::wake);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox (ce_id, topic, key, ce_type, body, traceparent)
                        VALUES (:id, :topic, :key, :type, :body, :traceparent)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("topic", type.topic())
                .bind("key", event.callSid())
                .bind("type", type.type())
                .bind("body", write(event))
                .bind("traceparent", traces.current())
                .execute());
    }

    /**
     * Takes back what was published about a call and not yet sent, bar the news of its erasure.
     *
     * @param exceptTopic the topic whose rows stay
     * @throws IllegalStateException if no transaction is open
     */
    public void forget(String callSid, String exceptTopic) {
        afterCommit.demandTransaction();
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM outbox WHERE key = :key AND topic <> :topic")
                .bind("key", callSid)
                .bind("topic", exceptTopic)
                .execute());
    }

    private byte[] write(Event event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "An event of type " + event.getClass().getSimpleName() + " cannot be written as JSON.", unwritable);
        }
    }
}
