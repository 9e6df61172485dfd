package io.aftercall.chassis.work;

import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.chassis.outbox.Outbox;
import io.aftercall.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keeps an outcome, and publishes it unless the call was erased or a newer revision has come. */
@ApplicationScoped
class StageOutcome {

    private static final Logger LOG = Logger.getLogger(StageOutcome.class);

    private final WorkRows rows;
    private final Tombstones tombstones;
    private final Outbox outbox;

    StageOutcome(WorkRows rows, Tombstones tombstones, Outbox outbox) {
        this.rows = rows;
        this.tombstones = tombstones;
        this.outbox = outbox;
    }

    /** In the open transaction. */
    <O extends Event> void storeAndPublish(StageWorker<?, O> worker, O outcome) {
        if (tombstones.isErased(outcome.callSid())) {
            LOG.info("The call was erased meanwhile; its outcome is dropped.");
            return;
        }
        worker.store(outcome);
        if (rows.isOutdated(outcome.callSid(), outcome.revision())) {
            LOG.infof("Revision %d is out of date; its outcome is kept, not published.", outcome.revision());
            return;
        }
        outbox.publish(worker.output(), outcome);
    }
}
