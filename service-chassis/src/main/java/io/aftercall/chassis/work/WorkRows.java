package io.aftercall.chassis.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * The table {@code stage_work}: a small machine. {@code pending → processing → done}, with {@code retrying} between two
 * attempts; {@code superseded} when a newer revision came. Every step out of {@code processing} names the attempt that
 * takes it, so that a worker whose work was taken over changes nothing.
 */
@ApplicationScoped
class WorkRows {

    private final Jdbi jdbi;
    private final Clock clock;

    WorkRows(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds a row in {@code state}; false when this revision is known already. */
    boolean insert(String callSid, int revision, String state, byte[] input, String traceparent) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO stage_work (call_sid, revision, state, input, traceparent, created_at, finished_at)
                                VALUES (:callSid, :revision, :state, :input, :traceparent, :now,
                                        CASE WHEN :state IN ('done', 'superseded') THEN CAST(:now AS timestamptz) END)
                                ON CONFLICT (call_sid, revision) DO NOTHING
                                """)
                        .bind("callSid", callSid)
                        .bind("revision", revision)
                        .bind("state", state)
                        .bind("input", input)
                        .bind("traceparent", traceparent)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** Whether a newer revision of the call is known here. */
    boolean isOutdated(String callSid, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM stage_work WHERE call_sid = :callSid AND revision > :revision)")
                .bind("callSid", callSid)
                .bind("revision", revision)
                .mapTo(boolean.class)
                .one());
    }

    /** Cancels what older revisions have queued; what runs is let run, and not published. */
    void supersedeBefore(String callSid, int revision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE stage_work SET state = 'superseded', finished_at = :now
                        WHERE call_sid = :callSid AND revision < :revision AND state IN ('pending', 'retrying')
                        """)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .bind("now", clock.instant())
                .execute());
    }

    /** Takes the work for one more attempt; empty when there is nothing left to do. */
    Optional<WorkRow> claim(String callSid, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE stage_work
                        SET state = 'processing', attempt = attempt + 1, started_at = :now, next_attempt_at = NULL
                        WHERE call_sid = :callSid AND revision = :revision
                          AND state IN ('pending', 'retrying', 'processing')
                        RETURNING call_sid, revision, state, attempt, failures, handed_over, input, traceparent, started_at
                        """)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .bind("now", clock.instant())
                .mapTo(WorkRow.class)
                .findOne());
    }

    /** Ends the work; false when {@code attempt} no longer holds it. */
    boolean finish(Attempt attempt, String error) {
        return jdbi.withHandle(handle -> underClaim(
                                handle,
                                "state = 'done', finished_at = :now, last_error = coalesce(:error, last_error)",
                                attempt)
                        .bind("error", error)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    /** Puts the work off; false when {@code attempt} no longer holds it. */
    boolean retryAt(Attempt attempt, String error, Instant nextAttempt) {
        return jdbi.withHandle(handle -> underClaim(
                                handle,
                                "state = 'retrying', failures = failures + 1, last_error = :error, next_attempt_at = :next",
                                attempt)
                        .bind("error", error)
                        .bind("next", nextAttempt)
                        .execute())
                == 1;
    }

    /** Takes the attempt out of those that count as a worker's death. */
    void handOver(Attempt attempt) {
        jdbi.useHandle(handle ->
                underClaim(handle, "handed_over = handed_over + 1", attempt).execute());
    }

    private static Update underClaim(Handle handle, String assignments, Attempt attempt) {
        return handle.createUpdate("UPDATE stage_work SET " + assignments
                        + " WHERE call_sid = :callSid AND revision = :revision"
                        + " AND attempt = :attempt AND state = 'processing'")
                .bind("callSid", attempt.callSid())
                .bind("revision", attempt.revision())
                .bind("attempt", attempt.number());
    }

    void delete(String callSid) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM stage_work WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .execute());
    }
}
