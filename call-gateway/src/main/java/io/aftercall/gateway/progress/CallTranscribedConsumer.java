package io.aftercall.gateway.progress;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.events.EventTypes;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CallTranscribedConsumer {

    private final Inbox inbox;
    private final RecordProgress recordProgress;

    CallTranscribedConsumer(Inbox inbox, RecordProgress recordProgress) {
        this.inbox = inbox;
        this.recordProgress = recordProgress;
    }

    @Incoming("call-transcribed")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.CALL_TRANSCRIBED, recordProgress::on);
    }
}
