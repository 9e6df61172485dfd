package io.aftercall.dispatcher.delivery;

import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.chassis.sql.AfterCommit;
import io.aftercall.dispatcher.endpoint.Endpoint;
import io.aftercall.dispatcher.endpoint.Endpoints;
import io.aftercall.dispatcher.payload.Message;
import io.aftercall.dispatcher.payload.RenderCallCompleted;
import io.aftercall.dispatcher.queue.DispatchDeliveries;
import io.aftercall.dispatcher.queue.TellStage;
import io.aftercall.events.BusinessProfile;
import io.aftercall.events.CallSummarized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Makes one delivery for each endpoint that wants the event, once, in the transaction that takes it in; older revisions
 * that are still waiting give way.
 */
@ApplicationScoped
class EnqueueDeliveries {
    private static final Logger LOG = Logger.getLogger(EnqueueDeliveries.class);

    private final CallLock callLock;
    private final Tombstones tombstones;
    private final Endpoints endpoints;
    private final RenderCallCompleted render;
    private final NewDeliveries deliveries;
    private final AfterCommit afterCommit;
    private final DispatchDeliveries dispatcher;
    private final TellStage tellStage;

    EnqueueDeliveries(
            CallLock callLock,
            Tombstones tombstones,
            Endpoints endpoints,
            RenderCallCompleted render,
            NewDeliveries deliveries,
            AfterCommit afterCommit,
            DispatchDeliveries dispatcher,
            TellStage tellStage) {
        this.callLock = callLock;
        this.tombstones = tombstones;
        this.endpoints = endpoints;
        this.render = render;
        this.deliveries = deliveries;
        this.afterCommit = afterCommit;
        this.dispatcher = dispatcher;
        this.tellStage = tellStage;
    }

    /** Enqueues for the call's business; nothing for a call that belongs to nobody yet. */
    void enqueue(CallSummarized event) {
        callLock.acquire(event.callSid());
        // Asked again under the lock: the call may have been erased while we waited for it.
        if (tombstones.isErased(event.callSid())) {
            return;
        }
        BusinessProfile business = event.context().business();
        if (business == null) {
            skip(event, "unassigned");
            return;
        }
        List<Endpoint> subscribed = subscribed(event, business);
        if (subscribed.isEmpty()) {
            skip(event, "no_endpoint");
        } else if (deliveries.newestRevision(event.callSid(), RenderCallCompleted.TYPE) < event.revision()) {
            enqueue(event, business, subscribed);
        }
    }

    private List<Endpoint> subscribed(CallSummarized event, BusinessProfile business) {
        String direction = event.context().call().direction().name().toLowerCase(Locale.ROOT);
        return endpoints.subscribed(business.id(), direction, RenderCallCompleted.TYPE);
    }

    private void enqueue(CallSummarized event, BusinessProfile business, List<Endpoint> subscribed) {
        Message message = render.render(event);
        deliveries.insert(message, event.callSid(), event.revision(), business.id(), subscribed);
        afterCommit.run(() -> {
            LOG.infof("Revision %d goes to %d endpoints.", event.revision(), subscribed.size());
            tellStage.pending(event.callSid(), event.revision());
            dispatcher.wake();
        });
    }

    private void skip(CallSummarized event, String reason) {
        afterCommit.run(() -> tellStage.skipped(event.callSid(), event.revision(), reason));
    }
}
