package io.aftercall.chassis.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.ServiceConfig;
import io.aftercall.chassis.kafka.CloudEvents;
import io.aftercall.chassis.kafka.EventProducer;
import io.aftercall.chassis.trace.Traces;
import io.aftercall.events.EventTypes;
import io.aftercall.events.StageChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Tells the timeline what a stage is doing. Without the outbox: it is sent after the commit, costs no transaction, and
 * nothing depends on its arrival.
 */
@ApplicationScoped
public class StageTelemetry {

    private static final Logger LOG = Logger.getLogger(StageTelemetry.class);

    private final EventProducer producer;
    private final ObjectMapper json;
    private final Traces traces;
    private final ServiceConfig service;

    StageTelemetry(EventProducer producer, ObjectMapper json, Traces traces, ServiceConfig service) {
        this.producer = producer;
        this.json = json;
        this.traces = traces;
        this.service = service;
    }

    /** Sends and forgets. Call it after the commit of what it tells of. */
    public void tell(StageChanged change) {
        try {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                    EventTypes.STAGE_CHANGED.topic(), change.callSid(), json.writeValueAsBytes(change));
            CloudEvents.write(
                    message.headers(),
                    UUID.randomUUID().toString(),
                    EventTypes.STAGE_CHANGED.type(),
                    service.name(),
                    change.at(),
                    traces.current());
            producer.send(message);
        } catch (KafkaException | JsonProcessingException lost) {
            LOG.debugf("A stage change was not told: %s", lost.getClass().getSimpleName());
        }
    }
}
