package io.aftercall.gateway.calls;

import io.aftercall.gateway.calls.CallTimeline.AttemptAtStage;
import io.aftercall.gateway.calls.CallTimeline.CallbackOfCall;
import io.aftercall.gateway.calls.CallTimeline.StageOfCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Puts a call's stages, attempts and callbacks together. */
@ApplicationScoped
class ReadTimeline {

    private static final String STAGES = """
            SELECT revision, stage, outcome, reason, message, recorded_at
            FROM stage FULL JOIN (
                SELECT DISTINCT call_sid, revision, stage FROM stage_attempt WHERE call_sid = :callSid
            ) tried USING (call_sid, revision, stage)
            WHERE call_sid = :callSid
            ORDER BY revision, array_position(ARRAY['recording', 'transcription', 'summary', 'delivery'], stage)
            """;

    private static final String ATTEMPTS = """
            SELECT revision, stage, attempt, step, began_at, changed_at, error, next_attempt_at
            FROM stage_attempt WHERE call_sid = :callSid ORDER BY attempt
            """;

    private static final String CALLBACKS = """
            SELECT kind, received_at, coalesce(
                substring(body FROM 'RecordingStatus=([a-z-]+)'), substring(body FROM 'CallStatus=([a-z-]+)')) AS said
            FROM twilio_callback WHERE call_sid = :callSid ORDER BY received_at
            """;

    private final Jdbi jdbi;

    ReadTimeline(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    CallTimeline read(FullCall call) {
        return jdbi.withHandle(handle -> {
            List<AttemptAtStage> attempts = select(handle, ATTEMPTS, call.callSid(), AttemptAtStage.class);
            List<StageOfCall> stages = handle.createQuery(STAGES)
                    .bind("callSid", call.callSid())
                    .mapTo(StageRow.class)
                    .map(row -> row.with(attempts))
                    .list();
            List<CallbackOfCall> callbacks = select(handle, CALLBACKS, call.callSid(), CallbackOfCall.class);
            return new CallTimeline(call.callSid(), call.status(), call.revision(), stages, callbacks);
        });
    }

    private static <T> List<T> select(Handle handle, String sql, String callSid, Class<T> type) {
        return handle.createQuery(sql).bind("callSid", callSid).mapTo(type).list();
    }

    /** A stage before its attempts are put to it. */
    record StageRow(int revision, String stage, String outcome, String reason, String message, Instant recordedAt) {

        StageOfCall with(List<AttemptAtStage> all) {
            return new StageOfCall(
                    revision,
                    stage,
                    outcome,
                    reason,
                    message,
                    recordedAt,
                    all.stream()
                            .filter(attempt -> attempt.isOf(revision, stage))
                            .toList());
        }
    }
}
