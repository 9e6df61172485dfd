package io.aftercall.dispatcher.delivery;

import io.aftercall.chassis.erasure.CallMemory;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Forgets an erased call: messages, deliveries, attempts. What is not sent by then is never sent. */
@ApplicationScoped
class ForgetDeliveries implements CallMemory {
    private final CallLock callLock;
    private final Jdbi jdbi;

    ForgetDeliveries(CallLock callLock, Jdbi jdbi) {
        this.callLock = callLock;
        this.jdbi = jdbi;
    }

    @Override
    public void forget(String callSid) {
        callLock.acquire(callSid);
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM event WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .execute());
    }
}
