package io.aftercall.transcription.stage;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.chassis.work.StageWork;
import io.aftercall.events.EventTypes;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Recordings, kept or not, become work here. */
@ApplicationScoped
class RecordingStoredConsumer {

    private final Inbox inbox;
    private final StageWork work;

    RecordingStoredConsumer(Inbox inbox, StageWork work) {
        this.inbox = inbox;
        this.work = work;
    }

    @Incoming("recording-stored")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, EventTypes.RECORDING_STORED, work::accept);
    }
}
