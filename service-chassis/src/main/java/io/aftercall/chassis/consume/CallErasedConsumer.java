package io.aftercall.chassis.consume;

import io.aftercall.chassis.erasure.CallMemory;
import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.chassis.outbox.Outbox;
import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Makes this service forget a call when the gateway says so. */
@ApplicationScoped
class CallErasedConsumer {

    private static final Logger LOG = Logger.getLogger(CallErasedConsumer.class);

    private final Inbox inbox;
    private final Tombstones tombstones;
    private final Outbox outbox;
    private final List<CallMemory> memories;

    CallErasedConsumer(Inbox inbox, Tombstones tombstones, Outbox outbox, @All List<CallMemory> memories) {
        this.inbox = inbox;
        this.tombstones = tombstones;
        this.outbox = outbox;
        this.memories = memories;
    }

    @Incoming("call-erased")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.CALL_ERASED, this::on);
    }

    private void on(CallErased erased) {
        tombstones.bury(erased.callSid(), erased.erasedAt());
        // Stage work is first of these: it waits for an attempt that is storing its result, which the rest then
        // deletes.
        memories.forEach(memory -> memory.forget(erased.callSid()));
        outbox.forget(erased.callSid(), EventTypes.CALL_ERASED.topic());
        LOG.info("The call is erased here.");
    }
}
