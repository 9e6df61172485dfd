package io.aftercall.recording.stage;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.chassis.work.StageWork;
import io.aftercall.events.EventTypes;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes {@code call-ended} off Kafka into the service's own durable work. */
@ApplicationScoped
class CallEndedConsumer {

    private final Inbox inbox;
    private final StageWork work;

    CallEndedConsumer(Inbox inbox, StageWork work) {
        this.inbox = inbox;
        this.work = work;
    }

    @Incoming("call-ended")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.CALL_ENDED, work::accept);
    }
}
