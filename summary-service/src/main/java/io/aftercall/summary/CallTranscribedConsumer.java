package io.aftercall.summary;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.chassis.work.StageWork;
import io.aftercall.events.EventTypes;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes transcripts, or the reasons for none, from Kafka. */
@ApplicationScoped
class CallTranscribedConsumer {

    private final Inbox inbox;
    private final StageWork work;

    CallTranscribedConsumer(Inbox inbox, StageWork work) {
        this.inbox = inbox;
        this.work = work;
    }

    @Incoming("call-transcribed")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.CALL_TRANSCRIBED, work::accept);
    }
}
