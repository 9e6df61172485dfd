package io.aftercall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden files are the contract. After a compatible change run with {@code -Dgolden.write} and read the diff.
 */
class GoldenJsonTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static java.util.List<EventType<?>> everyType() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void goldenFileIsWhatIsWritten(EventType<?> type) throws IOException {
        Event sample = SampleEvents.byTopic().get(type.topic());
        if (System.getProperty("golden.write") != null) {
            Files.writeString(
                    Path.of("src/main/resources/golden", type.topic() + ".json"),
                    JSON.writeValueAsString(sample) + "\n");
        }

        JsonNode written = JSON.readTree(JSON.writeValueAsString(sample));

        assertThat(written).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void goldenFileReadsIntoTheSameEvent(EventType<?> type) throws IOException {
        Event read = JSON.treeToValue(golden(type), type.body());

        assertThat(read).isEqualTo(SampleEvents.byTopic().get(type.topic()));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void anUnknownPropertyIsIgnored(EventType<?> type) throws IOException {
        ObjectNode fromTomorrow = (ObjectNode) golden(type);
        fromTomorrow.put("addedTomorrow", true);

        Event read = JSON.treeToValue(fromTomorrow, type.body());

        assertThat(read).isEqualTo(SampleEvents.byTopic().get(type.topic()));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void anEventWithoutItsCallIsRefused(EventType<?> type) throws IOException {
        ObjectNode broken = (ObjectNode) golden(type);
        broken.remove("callSid");

        assertThatThrownBy(() -> JSON.treeToValue(broken, type.body()))
                .isInstanceOf(ValueInstantiationException.class)
                .hasMessageContaining("callSid is missing");
    }

    @Test
    void resultSaysWhatIsKnown() throws IOException {
        CallSummarized all = (CallSummarized) SampleEvents.byTopic().get("call-summarized");
        RecordingOutcome lost = RecordingOutcome.failed("gone", "Twilio no longer has it.");
        TranscriptionOutcome none = TranscriptionOutcome.skipped("no_audio", "There is no audio.");
        SummaryOutcome empty = SummaryOutcome.skipped("no_transcript", "Nothing to summarise.");

        assertThat(all.result()).isEqualTo(CallResult.PROCESSED);
        assertThat(new CallSummarized(all.callSid(), 1, all.context(), lost, none, all.summary()).result())
                .isEqualTo(CallResult.PARTIAL);
        assertThat(new CallSummarized(all.callSid(), 1, all.context(), lost, none, empty).result())
                .isEqualTo(CallResult.FAILED);
    }

    private static JsonNode golden(EventType<?> type) throws IOException {
        String file = "/golden/" + type.topic() + ".json";
        try (InputStream in = GoldenJsonTest.class.getResourceAsStream(file)) {
            assertThat(in).as("%s is on the class path", file).isNotNull();
            return JSON.readTree(in);
        }
    }
}
