package io.aftercall.dispatcher.delivery;

import io.aftercall.dispatcher.page.Cursor;
import io.aftercall.dispatcher.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The deliveries there are, for people to see. */
@ApplicationScoped
class Deliveries {
    private static final String SELECT = """
            SELECT d.id, d.endpoint_id, d.business_id, v.id AS event_id, d.event_type, d.call_sid, d.revision, d.state,
                   d.attempt AS attempts, CASE WHEN d.state = 'pending' THEN d.due_at END AS next_attempt_at,
                   d.last_status_code, d.last_error, d.superseded_by, d.created_at, d.delivered_at
            FROM delivery d
            JOIN event v ON v.call_sid = d.call_sid AND v.type = d.event_type AND v.revision = d.revision
            """;

    private final Jdbi jdbi;

    Deliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Delivery> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE d.id = :id")
                .bind("id", id)
                .mapTo(Delivery.class)
                .findOne());
    }

    /** The message's JSON, as it is sent. */
    String payload(String id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT v.payload FROM delivery d
                        JOIN event v ON v.call_sid = d.call_sid AND v.type = d.event_type AND v.revision = d.revision
                        WHERE d.id = :id
                        """).bind("id", id).mapTo(String.class).one());
    }

    /** The newest first. */
    Page<Delivery> page(DeliveryFilter filter, Cursor after, int limit) {
        Map<String, String> conditions = filter.conditions();
        // Column names are ours; every value is bound.
        String where = conditions.keySet().stream()
                .map(column -> "d." + column + " = :" + column + " AND ")
                .collect(Collectors.joining("", "WHERE ", "(d.created_at, d.id) < (:at, :id)"));
        return jdbi.withHandle(handle -> Page.of(
                handle.createQuery(SELECT + where + " ORDER BY d.created_at DESC, d.id DESC LIMIT :limit")
                        .bindMap(conditions)
                        .bind("at", after.at())
                        .bind("id", after.id())
                        .bind("limit", limit + 1)
                        .mapTo(Delivery.class)
                        .list(),
                limit,
                Delivery::place));
    }

    /** The first attempt first. */
    List<Attempt> attempts(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM attempt WHERE delivery_id = :id ORDER BY number")
                .bind("id", id)
                .map((row, context) -> new Attempt(
                        row.getInt("number"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getObject("latency_ms", Integer.class),
                        row.getObject("status_code", Integer.class),
                        row.getString("error"),
                        row.getString("detail"),
                        text(row.getBytes("response_head")),
                        row.getString("trace_id")))
                .list());
    }

    private static String text(byte[] head) {
        return head == null ? null : new String(head, StandardCharsets.UTF_8);
    }
}
