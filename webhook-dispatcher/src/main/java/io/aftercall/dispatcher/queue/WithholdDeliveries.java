package io.aftercall.dispatcher.queue;

import io.aftercall.dispatcher.endpoint.EndpointClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** Keeps what a closed endpoint has not got, to be seen and perhaps asked for later, and stops trying. */
@ApplicationScoped
class WithholdDeliveries {
    private final Jdbi jdbi;

    WithholdDeliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs in the transaction that closes the endpoint. What is on the way just now is settled as usual. */
    void on(@Observes EndpointClosed closed) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE delivery SET state = 'withheld' WHERE id IN (
                            SELECT id FROM delivery WHERE endpoint_id = :endpointId AND state = 'pending'
                            ORDER BY id FOR UPDATE)
                        """).bind("endpointId", closed.endpointId()).execute());
    }
}
