package io.aftercall.recording.ledger;

import io.aftercall.recording.storage.AudioKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The table {@code kept_audio}: what lies in storage. Written before the outcome that speaks of it, so that an outcome
 * never promises what is not there.
 */
@ApplicationScoped
public class KeptAudios {

    /** An outcome that was announced again speaks of audio that an earlier revision downloaded. */
    private static final String OF_COMPLETED = """
            SELECT k.call_sid, k.recording_sid, k.revision, k.sha256, k.container,
                   (r.outcome ->> 'channels')::int AS channels,
                   r.outcome ->> 'unconvertedReason' IS NULL AS converted
            FROM recording r JOIN kept_audio k USING (call_sid, recording_sid, sha256)
            WHERE r.call_sid = :callSid AND r.status = 'completed' AND k.revision <= r.revision
              AND (:revision::int IS NULL OR r.revision = :revision)
            ORDER BY r.revision DESC, k.revision DESC LIMIT 1
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    KeptAudios(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Notes that the audio of this key is kept. */
    public void add(AudioKey key, String container) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO kept_audio (call_sid, recording_sid, revision, sha256, container, kept_at)
                        VALUES (:callSid, :recordingSid, :revision, :sha256, :container, :now)
                        ON CONFLICT (call_sid, recording_sid, revision, sha256) DO NOTHING
                        """)
                .bind("callSid", key.callSid())
                .bind("recordingSid", key.recordingSid())
                .bind("revision", key.revision())
                .bind("sha256", key.sha256())
                .bind("container", container)
                .bind("now", clock.instant())
                .execute());
    }

    /** The audio of the newest revision that completed. */
    public Optional<KeptAudio> ofLatest(String callSid) {
        return find(callSid, null);
    }

    /** The audio of this revision, if it completed. */
    public Optional<KeptAudio> of(String callSid, int revision) {
        return find(callSid, revision);
    }

    /** Deletes every row of the call. */
    public void forget(String callSid) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM kept_audio WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .execute());
    }

    private Optional<KeptAudio> find(String callSid, Integer revision) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_COMPLETED)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .mapTo(KeptAudio.class)
                .findOne());
    }
}
