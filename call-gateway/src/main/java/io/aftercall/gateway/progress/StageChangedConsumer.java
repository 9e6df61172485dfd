package io.aftercall.gateway.progress;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.events.EventTypes;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class StageChangedConsumer {

    private final Inbox inbox;
    private final Timeline timeline;

    StageChangedConsumer(Inbox inbox, Timeline timeline) {
        this.inbox = inbox;
        this.timeline = timeline;
    }

    @Incoming("stage-changed")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.STAGE_CHANGED, timeline::seen);
    }
}
