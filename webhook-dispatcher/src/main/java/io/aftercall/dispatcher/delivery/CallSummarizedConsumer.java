package io.aftercall.dispatcher.delivery;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.events.EventTypes;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what is known of a finished call. */
@ApplicationScoped
class CallSummarizedConsumer {
    private final Inbox inbox;
    private final EnqueueDeliveries enqueueDeliveries;

    CallSummarizedConsumer(Inbox inbox, EnqueueDeliveries enqueueDeliveries) {
        this.inbox = inbox;
        this.enqueueDeliveries = enqueueDeliveries;
    }

    @Incoming("call-summarized")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.CALL_SUMMARIZED, enqueueDeliveries::enqueue);
    }
}
