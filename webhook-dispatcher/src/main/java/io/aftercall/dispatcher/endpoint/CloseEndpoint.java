package io.aftercall.dispatcher.endpoint;

import io.aftercall.chassis.sql.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Stops sending to an endpoint, for now or for ever, in the open transaction. */
@ApplicationScoped
public class CloseEndpoint {
    private static final Logger LOG = Logger.getLogger(CloseEndpoint.class);

    private final Endpoints endpoints;
    private final Event<EndpointClosed> closed;
    private final AfterCommit afterCommit;
    private final Clock clock;

    CloseEndpoint(Endpoints endpoints, Event<EndpointClosed> closed, AfterCommit afterCommit, Clock clock) {
        this.endpoints = endpoints;
        this.closed = closed;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Sends nothing there until somebody enables it again. No-op if it is disabled already.
     *
     * @param reason a machine-readable word
     */
    public void disable(String endpointId, String reason) {
        afterCommit.demandTransaction();
        if (endpoints.disable(endpointId, reason, clock.instant())) {
            closed.fire(new EndpointClosed(endpointId));
            afterCommit.run(() -> LOG.errorf("Endpoint %s is disabled: %s.", endpointId, reason));
        }
    }

    /** Takes the endpoint away; its deliveries stay to be seen. */
    void delete(String endpointId) {
        afterCommit.demandTransaction();
        if (endpoints.delete(endpointId, clock.instant())) {
            closed.fire(new EndpointClosed(endpointId));
            afterCommit.run(() -> LOG.infof("Endpoint %s is deleted.", endpointId));
        }
    }
}
