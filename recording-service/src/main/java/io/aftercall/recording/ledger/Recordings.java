package io.aftercall.recording.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.events.BusinessProfile;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallEnded;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code recording}: how each revision of each call's recording went. */
@ApplicationScoped
public class Recordings {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    Recordings(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Notes that this revision is being worked on, unless it is known already. */
    public void expect(CallEnded event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO recording (call_sid, revision, business_id, status, updated_at)
                        VALUES (:callSid, :revision, :businessId, 'processing', :now)
                        ON CONFLICT (call_sid, revision) DO NOTHING
                        """)
                .bind("callSid", event.callSid())
                .bind("revision", event.revision())
                .bind("businessId", businessOf(event.context()))
                .bind("now", clock.instant())
                .execute());
    }

    /** Keeps how this revision went. */
    public void store(RecordingStored event) {
        RecordingOutcome outcome = event.recording();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO recording (call_sid, revision, business_id, status, reason, recording_sid, sha256,
                                               outcome, updated_at)
                        VALUES (:callSid, :revision, :businessId, :status, :reason, :recordingSid, :sha256,
                                :outcome::jsonb, :now)
                        ON CONFLICT (call_sid, revision) DO UPDATE SET
                            business_id = excluded.business_id, status = excluded.status, reason = excluded.reason,
                            recording_sid = excluded.recording_sid, sha256 = excluded.sha256,
                            outcome = excluded.outcome, updated_at = excluded.updated_at
                        """)
                .bind("callSid", event.callSid())
                .bind("revision", event.revision())
                .bind("businessId", businessOf(event.context()))
                .bind("status", outcome.status().name().toLowerCase(Locale.ROOT))
                .bind("reason", outcome.reason())
                .bind("recordingSid", outcome.recordingSid())
                .bind("sha256", outcome.sha256())
                .bind("outcome", write(outcome))
                .bind("now", clock.instant())
                .execute());
    }

    /** The newest outcome of an older revision that can be announced again: completed, or rightly skipped. */
    public Optional<RecordingOutcome> latestBefore(String callSid, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT outcome::text FROM recording
                        WHERE call_sid = :callSid AND revision < :revision AND status IN ('completed', 'skipped')
                        ORDER BY revision DESC LIMIT 1
                        """)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .mapTo(String.class)
                .findOne()
                .map(this::read));
    }

    /** How far the call's recording is; empty when nothing was heard of the call. */
    public Optional<RecordingState> latest(String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT business_id, status, reason FROM recording
                        WHERE call_sid = :callSid ORDER BY revision DESC LIMIT 1
                        """)
                .bind("callSid", callSid)
                .mapTo(RecordingState.class)
                .findOne());
    }

    /** Deletes every row of the call. */
    public void forget(String callSid) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM recording WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .execute());
    }

    private static String businessOf(CallContext context) {
        BusinessProfile business = context.business();
        return business == null ? null : business.id();
    }

    private String write(RecordingOutcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An outcome cannot be written as JSON.", unwritable);
        }
    }

    private RecordingOutcome read(String outcome) {
        try {
            return json.readValue(outcome, RecordingOutcome.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored outcome cannot be read.", unreadable);
        }
    }
}
