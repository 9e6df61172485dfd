package io.aftercall.chassis.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Which calls were erased. Asked before anything is stored, published or sent. */
@ApplicationScoped
public class Tombstones {

    private final Jdbi jdbi;

    Tombstones(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the call was erased, as far as the open transaction sees. */
    public boolean isErased(String callSid) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM tombstone WHERE call_sid = :callSid)")
                        .bind("callSid", callSid)
                        .mapTo(boolean.class)
                        .one());
    }

    /**
     * The same, settled until the open transaction ends: an erasure and the handling of another event of the call, also
     * on another replica, wait for each other.
     */
    public boolean isErasedForSure(String callSid) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:callSid, 0))")
                .bind("callSid", callSid)
                .mapToMap()
                .one());
        // A statement of its own: its snapshot must be taken after the lock was.
        return isErased(callSid);
    }

    /** Leaves a tombstone, once, in the open transaction. */
    public void bury(String callSid, Instant erasedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO tombstone (call_sid, erased_at) VALUES (:callSid, :erasedAt)
                        ON CONFLICT (call_sid) DO NOTHING
                        """)
                .bind("callSid", callSid)
                .bind("erasedAt", erasedAt)
                .execute());
    }
}
