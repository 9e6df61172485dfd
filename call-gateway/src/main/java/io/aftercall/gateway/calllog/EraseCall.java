package io.aftercall.gateway.calllog;

import io.aftercall.chassis.erasure.CallMemory;
import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.chassis.outbox.Outbox;
import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Forgets a call and the legs it dialled: here at once, everywhere else by {@code call-erased}. A tombstone stays, so
 * that nothing late brings it back.
 */
@ApplicationScoped
public class EraseCall implements CallMemory {

    private static final Logger LOG = Logger.getLogger(EraseCall.class);

    private final CallLog callLog;
    private final Jdbi jdbi;
    private final Tombstones tombstones;
    private final Outbox outbox;
    private final Clock clock;

    EraseCall(CallLog callLog, Jdbi jdbi, Tombstones tombstones, Outbox outbox, Clock clock) {
        this.callLog = callLog;
        this.jdbi = jdbi;
        this.tombstones = tombstones;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Erases a call; false when there is none. */
    @Transactional
    public boolean erase(String callSid) {
        // First of all, so that no event of the call is being handled from here on: it would find no row, and be kept
        // with the dead letters.
        if (tombstones.isErasedForSure(callSid)) {
            return false;
        }
        CallEntry entry = callLog.lock(callSid).orElse(null);
        if (entry == null) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tombstones.bury(callSid, now);
        callLog.childrenOf(callSid).forEach(leg -> {
            tombstones.bury(leg, now);
            forget(leg);
        });
        outbox.forget(callSid, EventTypes.CALL_ERASED.topic());
        forget(callSid);
        int revision = Math.max(1, entry.published().revision());
        outbox.publish(EventTypes.CALL_ERASED, new CallErased(callSid, revision, now));
        LOG.info("The call is erased.");
        return true;
    }

    @Override
    public void forget(String callSid) {
        jdbi.useHandle(handle -> {
            // Its stages go with it.
            handle.createUpdate("DELETE FROM call_log WHERE call_sid = :callSid")
                    .bind("callSid", callSid)
                    .execute();
            handle.createUpdate("DELETE FROM twilio_callback WHERE call_sid = :callSid")
                    .bind("callSid", callSid)
                    .execute();
        });
    }
}
