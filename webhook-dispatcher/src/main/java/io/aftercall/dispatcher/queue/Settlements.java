package io.aftercall.dispatcher.queue;

import io.aftercall.dispatcher.send.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Types;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what came of attempts, each only if its claim still holds. */
@ApplicationScoped
class Settlements {
    /**
     * The fence is the attempt's number: a claim that was taken back has a different one, or none. Nothing but a success
     * outlives a newer revision.
     */
    private static final String SETTLE = """
            WITH settled AS (
                UPDATE delivery SET
                    state = CASE WHEN superseded_by IS NOT NULL AND :state <> 'delivered' THEN 'superseded'
                                 ELSE :state END,
                    failures = :failures,
                    due_at = now() + make_interval(secs => :pauseSeconds),
                    last_status_code = :statusCode,
                    last_error = :error,
                    delivered_at = CASE WHEN :state = 'delivered' THEN now() ELSE delivered_at END
                WHERE id = :id AND attempt = :attempt AND state = 'sending'
                RETURNING id, attempt)
            INSERT INTO attempt (delivery_id, number, started_at, latency_ms, status_code, error, detail, response_head,
                                 trace_id)
            SELECT id, attempt, :startedAt, :latencyMs, :statusCode, :error, :detail, :responseHead, :traceId FROM settled
            """;

    private static final double MS_PER_SECOND = 1000;

    private final Jdbi jdbi;

    Settlements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Writes all of {@code attempts} in the open transaction.
     *
     * @return for each, whether it counted; false where the claim had been lost
     */
    boolean[] write(List<SettledAttempt> attempts) {
        int[] counts = jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(SETTLE);
            attempts.forEach(attempt -> bind(batch, attempt));
            return batch.execute();
        });
        boolean[] counted = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            counted[i] = counts[i] > 0;
        }
        return counted;
    }

    private static void bind(PreparedBatch batch, SettledAttempt settled) {
        Exchange exchange = settled.exchange();
        batch.bind("id", settled.delivery().id())
                .bind("attempt", settled.delivery().attempt())
                .bind("state", settled.state())
                .bind("failures", settled.failures())
                .bind("pauseSeconds", settled.pause().toMillis() / MS_PER_SECOND)
                .bind("startedAt", exchange.startedAt())
                .bind("latencyMs", exchange.latency().toMillis())
                .bindBySqlType("statusCode", exchange.statusCode(), Types.INTEGER)
                .bindBySqlType(
                        "error",
                        exchange.error() == null ? null : exchange.error().wireName(),
                        Types.VARCHAR)
                .bindBySqlType("detail", exchange.detail(), Types.VARCHAR)
                .bind("responseHead", exchange.responseHead())
                .bindBySqlType("traceId", settled.traceId(), Types.VARCHAR)
                .add();
    }
}
