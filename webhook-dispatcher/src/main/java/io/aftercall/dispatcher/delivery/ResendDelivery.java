package io.aftercall.dispatcher.delivery;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.sql.AfterCommit;
import io.aftercall.dispatcher.endpoint.Endpoint;
import io.aftercall.dispatcher.endpoint.Endpoints;
import io.aftercall.dispatcher.queue.DispatchDeliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/** Sends a message again, whatever became of it, with the same {@code webhook-id} and the schedule from its start. */
@ApplicationScoped
class ResendDelivery {
    private static final String RESEND = """
            UPDATE delivery d SET state = 'pending', failures = 0, due_at = now()
            WHERE d.id = :id AND d.state IN ('pending', 'delivered', 'exhausted', 'withheld')
              AND NOT EXISTS (
                  SELECT FROM delivery newer
                  WHERE newer.call_sid = d.call_sid AND newer.endpoint_id = d.endpoint_id
                    AND newer.event_type = d.event_type AND newer.revision > d.revision)
            """;

    private final Jdbi jdbi;
    private final CallLock callLock;
    private final Endpoints endpoints;
    private final AfterCommit afterCommit;
    private final DispatchDeliveries dispatcher;

    ResendDelivery(
            Jdbi jdbi, CallLock callLock, Endpoints endpoints, AfterCommit afterCommit, DispatchDeliveries dispatcher) {
        this.jdbi = jdbi;
        this.callLock = callLock;
        this.endpoints = endpoints;
        this.afterCommit = afterCommit;
        this.dispatcher = dispatcher;
    }

    /**
     * Makes it due now.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where that would do harm or nothing
     */
    @Transactional
    void resend(Delivery delivery) {
        if (!endpoints.find(delivery.endpointId()).map(Endpoint::enabled).orElse(false)) {
            throw Problem.conflict("The endpoint is disabled or deleted.");
        }
        callLock.acquire(delivery.callSid());
        int resent = jdbi.withHandle(
                handle -> handle.createUpdate(RESEND).bind("id", delivery.id()).execute());
        if (resent == 0) {
            throw Problem.conflict("It is being sent right now, or a newer revision of the call took its place.");
        }
        afterCommit.run(dispatcher::wake);
    }
}
