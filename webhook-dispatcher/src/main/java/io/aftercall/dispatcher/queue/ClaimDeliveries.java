package io.aftercall.dispatcher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes due deliveries out of everybody else's reach for the length of a lease. Leases run by the database's clock, so that
 * a dispatcher whose own is wrong takes nothing from the others.
 */
@ApplicationScoped
class ClaimDeliveries {
    /**
     * A revision waits while another one of its call is on the way to the same endpoint. Erased calls have no rows left,
     * so whatever is claimed may be sent.
     */
    private static final String CLAIM = """
            WITH due AS (
                SELECT d.id FROM delivery d
                JOIN endpoint e ON e.id = d.endpoint_id AND e.disabled_at IS NULL AND e.deleted_at IS NULL
                WHERE d.state = 'pending' AND d.due_at <= now()
                  AND NOT EXISTS (
                      SELECT FROM delivery other
                      WHERE other.state = 'sending' AND other.endpoint_id = d.endpoint_id
                        AND other.call_sid = d.call_sid AND other.event_type = d.event_type)
                ORDER BY d.due_at
                LIMIT :limit
                FOR UPDATE OF d SKIP LOCKED),
            claimed AS (
                UPDATE delivery d
                SET state = 'sending', attempt = d.attempt + 1, claimed_at = now(),
                    due_at = now() + make_interval(secs => :leaseSeconds)
                FROM due WHERE d.id = due.id
                RETURNING d.*)
            SELECT c.id, c.attempt, c.failures, c.call_sid, c.revision, c.endpoint_id, e.url, v.payload, c.traceparent,
                   ARRAY(SELECT s.sealed FROM endpoint_secret s
                         WHERE s.endpoint_id = c.endpoint_id AND (s.expires_at IS NULL OR s.expires_at > now())
                         ORDER BY s.number DESC) AS sealed_secrets
            FROM claimed c
            JOIN endpoint e ON e.id = c.endpoint_id
            JOIN event v ON v.call_sid = c.call_sid AND v.type = c.event_type AND v.revision = c.revision
            """;

    private final Jdbi jdbi;

    ClaimDeliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Claims at most {@code limit} deliveries; one statement, one transaction. */
    List<ClaimedDelivery> claim(int limit, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("limit", limit)
                .bind("leaseSeconds", lease.toMillis() / 1000.0)
                .mapTo(ClaimedDelivery.class)
                .list());
    }
}
