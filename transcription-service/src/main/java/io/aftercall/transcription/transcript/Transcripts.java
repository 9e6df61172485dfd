package io.aftercall.transcription.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.events.BusinessProfile;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code transcript}: how each revision of each call was transcribed. */
@ApplicationScoped
public class Transcripts {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    Transcripts(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps how this revision went; a repeat replaces it. */
    public void store(CallTranscribed event) {
        TranscriptionOutcome outcome = event.transcription();
        BusinessProfile business = event.context().business();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO transcript (call_sid, revision, business_id, status, reason, message, language,
                                                engine, model, text, utterances, cost_usd, updated_at)
                        VALUES (:callSid, :revision, :businessId, :status, :reason, :message, :language,
                                :engine, :model, :text, :utterances::jsonb, :costUsd, :now)
                        ON CONFLICT (call_sid, revision) DO UPDATE SET
                            business_id = excluded.business_id, status = excluded.status, reason = excluded.reason,
                            message = excluded.message, language = excluded.language, engine = excluded.engine,
                            model = excluded.model, text = excluded.text, utterances = excluded.utterances,
                            cost_usd = excluded.cost_usd, updated_at = excluded.updated_at
                        """)
                .bind("callSid", event.callSid())
                .bind("revision", event.revision())
                .bind("businessId", business == null ? null : business.id())
                .bind("status", outcome.status().name().toLowerCase(Locale.ROOT))
                .bind("reason", outcome.reason())
                .bind("message", outcome.message())
                .bind("language", outcome.language())
                .bind("engine", outcome.engine())
                .bind("model", outcome.model())
                .bind("text", outcome.text())
                .bind("utterances", write(outcome.utterances()))
                .bind("costUsd", outcome.costUsd())
                .bind("now", clock.instant())
                .execute());
    }

    /** The newest outcome of an older revision. */
    public Optional<TranscriptionOutcome> latestBefore(String callSid, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM transcript WHERE call_sid = :callSid AND revision < :revision
                        ORDER BY revision DESC LIMIT 1
                        """)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .map(new TranscriptMapper(json))
                .findOne()
                .map(Transcript::outcome));
    }

    /** The transcript of the call's newest revision that has one. */
    Optional<Transcript> latest(String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM transcript WHERE call_sid = :callSid ORDER BY revision DESC LIMIT 1
                        """)
                .bind("callSid", callSid)
                .map(new TranscriptMapper(json))
                .findOne());
    }

    /** Deletes everything kept of the call. */
    public void forget(String callSid) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM transcript WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .execute());
    }

    private String write(List<Utterance> utterances) {
        try {
            return json.writeValueAsString(utterances);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Utterances cannot be written as JSON.", unwritable);
        }
    }
}
