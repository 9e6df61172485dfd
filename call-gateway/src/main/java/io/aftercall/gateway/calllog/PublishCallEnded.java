package io.aftercall.gateway.calllog;

import io.aftercall.chassis.outbox.Outbox;
import io.aftercall.events.BusinessProfile;
import io.aftercall.events.Call;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallEnded;
import io.aftercall.events.Direction;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.Stage;
import io.aftercall.gateway.business.Business;
import io.aftercall.gateway.business.Businesses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Says that a call has ended: once for each revision, in the transaction that holds the call's lock. */
@ApplicationScoped
class PublishCallEnded {

    private static final Logger LOG = Logger.getLogger(PublishCallEnded.class);

    private final Outbox outbox;
    private final Businesses businesses;

    PublishCallEnded(Outbox outbox, Businesses businesses) {
        this.outbox = outbox;
        this.businesses = businesses;
    }

    /**
     * Publishes the next revision.
     *
     * @param startFrom the first stage that works anew
     * @return the entry to save
     */
    CallEntry publish(CallEntry entry, RecordingNotice notice, Stage startFrom) {
        int revision = entry.published().revision() + 1;
        BusinessProfile profile = entry.businessId() == null
                ? null
                : businesses.find(entry.businessId()).map(Business::profile).orElse(null);
        CallContext context = new CallContext(callOf(entry.leg()), profile, notice, List.of(), startFrom);
        outbox.publish(EventTypes.CALL_ENDED, new CallEnded(entry.leg().callSid(), revision, context));
        LOG.infof(
                "The call has ended: revision %d, recording %s%s.",
                revision, notice.state(), profile == null ? ", unassigned" : "");
        return entry.published(
                new CallEntry.Published(revision, notice.recordingSid(), seconds(notice)), Progress.during(startFrom));
    }

    private static int seconds(RecordingNotice notice) {
        return notice.durationSec() == null ? 0 : notice.durationSec();
    }

    private static Call callOf(Leg leg) {
        return new Call(
                leg.callSid(),
                leg.accountSid(),
                leg.direction() == null ? Direction.INBOUND : leg.direction(),
                leg.from(),
                leg.to(),
                leg.standing().status().word(),
                leg.startedAt(),
                leg.answeredAt(),
                leg.endedAt(),
                leg.lengthSec());
    }
}
