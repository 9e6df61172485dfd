package io.aftercall.dispatcher.payload;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercall.dispatcher.payload.CallCompleted.Data;
import io.aftercall.events.CallSummarized;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Renders the {@code call.completed} message of a call, within the size that receivers take. */
@ApplicationScoped
public class RenderCallCompleted {
    /** The name customers subscribe to. */
    public static final String TYPE = "call.completed";

    private static final int MOST_BYTES = 256_000;

    /** Its own, so that no setting of the service can change what customers parse. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final DescribeCall describe;
    private final Clock clock;

    RenderCallCompleted(DescribeCall describe, Clock clock) {
        this.describe = describe;
        this.clock = clock;
    }

    /** Renders {@code event}, whose call must belong to a business. */
    public Message render(CallSummarized event) {
        Data data = describe.describe(event);
        String json = json(event, data);
        if (data.transcript() != null && json.getBytes(StandardCharsets.UTF_8).length >= MOST_BYTES) {
            json = json(event, data.with(data.transcript().at(describe.transcriptUrl(event.callSid()))));
        }
        return new Message(id(event), TYPE, json);
    }

    private String json(CallSummarized event, Data data) {
        try {
            return JSON.writeValueAsString(new CallCompleted(
                    id(event),
                    TYPE,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    event.context().business().id(),
                    data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of plain values always renders.", impossible);
        }
    }

    private static String id(CallSummarized event) {
        return StableId.of("evt_", TYPE, event.callSid(), String.valueOf(event.revision()));
    }
}
