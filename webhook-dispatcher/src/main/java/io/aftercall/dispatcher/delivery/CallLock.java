package io.aftercall.dispatcher.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts what happens to one call in line, over all replicas: two revisions, or a revision and the call's erasure, that come
 * in at the same moment would not see each other's rows.
 */
@ApplicationScoped
class CallLock {
    private final Jdbi jdbi;

    CallLock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Waits for the call's lock and holds it until the open transaction ends. */
    void acquire(String callSid) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:callSid, 0))) AS held")
                .bind("callSid", callSid)
                .mapTo(int.class)
                .one());
    }
}
