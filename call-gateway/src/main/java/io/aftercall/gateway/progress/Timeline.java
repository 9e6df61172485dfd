package io.aftercall.gateway.progress;

import io.aftercall.events.Outcome;
import io.aftercall.events.Stage;
import io.aftercall.events.StageChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The tables {@code stage} and {@code stage_attempt}. */
@ApplicationScoped
class Timeline {

    private final Jdbi jdbi;
    private final Clock clock;

    Timeline(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps how a stage of a revision ended, once. */
    void ended(String callSid, int revision, Stage stage, Outcome outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO stage (call_sid, revision, stage, outcome, reason, message, recorded_at)
                        VALUES (:callSid, :revision, :stage, :outcome, :reason, :message, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .bind("stage", stage.wireName())
                .bind("outcome", Words.of(outcome.status()))
                .bind("reason", outcome.reason())
                .bind("message", outcome.message())
                .bind("now", clock.instant())
                .execute());
    }

    /** Keeps what an attempt was seen doing, unless a later step of it is known or the call is not. */
    void seen(StageChanged change) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO stage_attempt AS known (
                            call_sid, revision, stage, attempt, step, step_order,
                            began_at, changed_at, error, next_attempt_at)
                        SELECT call_sid, :revision, :stage, :attempt, :step, :order, :at, :at, :error, :nextAttemptAt
                        FROM call_log WHERE call_sid = :callSid
                        ON CONFLICT (call_sid, revision, stage, attempt) DO UPDATE SET
                            step = excluded.step, step_order = excluded.step_order,
                            began_at = least(known.began_at, excluded.began_at), changed_at = excluded.changed_at,
                            error = excluded.error, next_attempt_at = excluded.next_attempt_at
                        WHERE known.step_order < excluded.step_order
                        """)
                .bind("callSid", change.callSid())
                .bind("revision", change.revision())
                .bind("stage", change.stage().wireName())
                .bind("attempt", change.attempt())
                .bind("step", change.step().wireName())
                .bind("order", change.step().ordinal())
                .bind("at", change.at())
                .bind("error", change.error())
                .bind("nextAttemptAt", change.nextAttemptAt())
                .execute());
    }
}
