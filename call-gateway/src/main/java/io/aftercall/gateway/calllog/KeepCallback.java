package io.aftercall.gateway.calllog;

import io.aftercall.chassis.erasure.Tombstones;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps a callback, folds it into its call and judges whether the call is settled, all in one transaction under the
 * call's lock. When this returns, it is on disk; when it throws, nothing is.
 */
@ApplicationScoped
public class KeepCallback {

    private static final Logger LOG = Logger.getLogger(KeepCallback.class);

    private final CallLog callLog;
    private final Tombstones tombstones;
    private final AssignBusiness assignBusiness;
    private final SettleCall settleCall;

    KeepCallback(CallLog callLog, Tombstones tombstones, AssignBusiness assignBusiness, SettleCall settleCall) {
        this.callLog = callLog;
        this.tombstones = tombstones;
        this.assignBusiness = assignBusiness;
        this.settleCall = settleCall;
    }

    /** Keeps {@code received} unless it was kept before or its call was erased. */
    public Kept keep(ReceivedCallback received) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> keepInTransaction(received));
        } catch (CallIsErased erased) {
            return Kept.ERASED;
        }
    }

    private Kept keepInTransaction(ReceivedCallback received) {
        Optional<CallLog.Locked> locked = callLog.keepAndLock(received);
        if (locked.isEmpty()) {
            return Kept.REPEATED;
        }
        CallEntry entry = locked.get().entry().with(received.told());
        // Only a row that was not there can be one that was erased, and its lock makes this look final.
        if (locked.get().isNew() && isErased(entry.leg())) {
            throw new CallIsErased();
        }
        if (isOfAnotherAccount(locked.get().entry().leg(), received.told())) {
            // Signed with a token we know, yet not its call: kept as proof, and never folded into what it is not about.
            LOG.warn("A callback names a call of another account; it is kept and changes nothing.");
            return Kept.NEW;
        }
        callLog.save(settleCall.settleIfReady(assignBusiness.assign(entry)));
        return Kept.NEW;
    }

    private static boolean isOfAnotherAccount(Leg leg, TwilioCallback told) {
        return leg.accountSid() != null && !leg.accountSid().equals(told.accountSid());
    }

    private boolean isErased(Leg leg) {
        return tombstones.isErased(leg.callSid()) || leg.isChild() && tombstones.isErased(leg.parentCallSid());
    }

    /** What became of a callback. */
    public enum Kept {
        /** It is kept, and its call is up to date. */
        NEW,
        /** It was kept before. */
        REPEATED,
        /** Its call was erased, so nothing of it is kept. */
        ERASED
    }

    /** Takes back what this callback made of an erased call. */
    private static final class CallIsErased extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
