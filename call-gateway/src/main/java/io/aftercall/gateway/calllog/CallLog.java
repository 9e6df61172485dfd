package io.aftercall.gateway.calllog;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The rows of {@code call_log} as callbacks and publishing see them. Whoever changes one has locked it here. */
@ApplicationScoped
class CallLog {

    /** One statement keeps the callback, makes the row if need be, and locks it; a repeat comes back empty. */
    private static final String KEEP_AND_LOCK = """
            WITH kept AS (
                INSERT INTO twilio_callback
                    (call_sid, fingerprint, kind, account_sid, target, body, idempotency_token, received_at)
                VALUES (:callSid, :fingerprint, :kind, :accountSid, :target, :body, :token, :now)
                ON CONFLICT DO NOTHING
                RETURNING call_sid
            )
            INSERT INTO call_log (call_sid, account_sid, created_at, updated_at)
            SELECT call_sid, :accountSid, :now, :now FROM kept
            ON CONFLICT (call_sid) DO UPDATE SET updated_at = excluded.updated_at
            RETURNING *, xmax = 0 AS is_new
            """;

    private static final String LOCK = "SELECT *, false AS is_new FROM call_log WHERE call_sid = :callSid FOR UPDATE";

    private static final String SAVE = """
            UPDATE call_log SET
                account_sid = :accountSid, parent_call_sid = :parentCallSid, direction = :direction,
                from_e164 = :from, to_e164 = :to, call_status = :callStatus, call_status_sequence = :sequence,
                started_at = :startedAt, answered_at = :answeredAt, ended_at = :endedAt, duration = :duration,
                recordings = CAST(:recordings AS jsonb), recording_sid = :recordingSid,
                recording_url = :recordingUrl, recording_count = :recordingCount,
                business_id = :businessId, recording_mode = :recordingMode, status = :status,
                summary_status = CASE WHEN published_revision = :published THEN summary_status ELSE 'pending' END,
                revision = greatest(:published, 1), published_revision = :published,
                published_recording_sid = :publishedSid, published_recording_sec = :publishedSec,
                settle_by = :settleBy, updated_at = :now
            WHERE call_sid = :callSid
            """;

    private final Jdbi jdbi;
    private final CallLogRows rows;
    private final Clock clock;

    CallLog(Jdbi jdbi, CallLogRows rows, Clock clock) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.clock = clock;
    }

    /** Keeps a callback and locks its call; empty when this very callback was kept before. */
    Optional<Locked> keepAndLock(ReceivedCallback received) {
        return jdbi.withHandle(handle -> lock(handle.createQuery(KEEP_AND_LOCK)
                .bind("callSid", received.told().callSid())
                .bind("accountSid", received.told().accountSid())
                .bind("fingerprint", received.fingerprint())
                .bind("kind", received.kind())
                .bind("target", received.target())
                .bind("body", received.body())
                .bind("token", received.idempotencyToken())
                .bind("now", received.receivedAt())));
    }

    /** Locks a call until the transaction ends; empty when there is no such call. */
    Optional<CallEntry> lock(String callSid) {
        return jdbi.withHandle(handle ->
                lock(handle.createQuery(LOCK).bind("callSid", callSid)).map(Locked::entry));
    }

    private Optional<Locked> lock(Query query) {
        return query.map((row, context) -> new Locked(rows.read(row), row.getBoolean("is_new")))
                .findOne();
    }

    /** The legs a call dialled, as far as they are known. */
    List<String> childrenOf(String callSid) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT call_sid FROM call_log WHERE parent_call_sid = :callSid")
                        .bind("callSid", callSid)
                        .mapTo(String.class)
                        .list());
    }

    void save(CallEntry entry) {
        jdbi.useHandle(handle -> rows.bind(handle.createUpdate(SAVE), entry)
                .bind("now", clock.instant())
                .execute());
    }

    /** A locked call, and whether it was not known before. */
    record Locked(CallEntry entry, boolean isNew) {}
}
