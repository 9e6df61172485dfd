package io.aftercall.dispatcher.queue;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Puts back what a dispatcher claimed and, having died or slept, never settled. */
@ApplicationScoped
class TakeBackDeliveries {
    private static final Logger LOG = Logger.getLogger(TakeBackDeliveries.class);
    private static final int BATCH = 1000;

    /** The attempt is kept as abandoned: its request may have arrived, and the owner should see why there were two. */
    private static final String TAKE_BACK = """
            WITH lost AS (
                SELECT id FROM delivery WHERE state = 'sending' AND due_at <= now()
                ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED),
            freed AS (
                UPDATE delivery d
                SET state = CASE WHEN superseded_by IS NULL THEN 'pending' ELSE 'superseded' END,
                    due_at = now(), last_status_code = NULL, last_error = 'abandoned'
                FROM lost WHERE d.id = lost.id
                RETURNING d.id, d.attempt, d.claimed_at)
            INSERT INTO attempt (delivery_id, number, started_at, error, detail)
            SELECT id, attempt, claimed_at, 'abandoned', 'The dispatcher stopped before the answer was known.' FROM freed
            """;

    private static final String WITHHOLD_STRAYS = """
            UPDATE delivery d SET state = 'withheld' FROM endpoint e
            WHERE d.state = 'pending' AND d.due_at <= now() AND e.id = d.endpoint_id
              AND (e.disabled_at IS NOT NULL OR e.deleted_at IS NOT NULL)
            """;

    private final Jdbi jdbi;

    TakeBackDeliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts back lost claims, and withholds what came in while its endpoint was being closed. */
    void takeBack() {
        int lost = jdbi.withHandle(
                handle -> handle.createUpdate(TAKE_BACK).bind("limit", BATCH).execute());
        if (lost > 0) {
            LOG.warnf("%d deliveries outlived the lease of their dispatcher; they will be tried again.", lost);
        }
        jdbi.useHandle(handle -> handle.execute(WITHHOLD_STRAYS));
    }
}
