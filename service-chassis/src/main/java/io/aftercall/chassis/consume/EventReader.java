package io.aftercall.chassis.consume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.kafka.CloudEvents;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns a Kafka record into an event, or says why it never will be one. */
@ApplicationScoped
class EventReader {

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    <E extends Event> E read(ConsumerRecord<String, byte[]> record, EventType<E> type) {
        String told = CloudEvents.read(record.headers(), CloudEvents.TYPE);
        if (!type.type().equals(told)) {
            throw new UnreadableEvent(told == null ? "no_ce_type" : "unknown_type");
        }
        if (record.value() == null) {
            throw new UnreadableEvent("no_body");
        }
        E event = parse(record.value(), type);
        if (event == null) {
            throw new UnreadableEvent("no_body");
        }
        if (!event.callSid().equals(record.key())) {
            throw new UnreadableEvent("key_is_not_the_call");
        }
        return event;
    }

    private <E extends Event> E parse(byte[] body, EventType<E> type) {
        try {
            return json.readValue(body, type.body());
        } catch (JsonMappingException invalid) {
            throw new UnreadableEvent("invalid_at_" + path(invalid.getPath()));
        } catch (JsonProcessingException unparsable) {
            throw new UnreadableEvent("not_json");
        } catch (IOException unreachable) {
            throw new IllegalStateException("Reading from memory failed.", unreachable);
        }
    }

    /** Property names only: Jackson's own message quotes the value. */
    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference step : references) {
            path.append('.').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return path.toString();
    }
}
