package io.aftercall.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.ExtractedField;
import io.aftercall.summary.engine.Summary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProveFieldsTest {

    private static final ScriptedCall CALL = ScriptedCall.named("sample-plumber-chicago-as-spoken");
    private static final ExtractedField PROVEN = new ExtractedField("Chicago", 0.9, "i live in chicago");
    private static final ExtractedField INVENTED = new ExtractedField("plumbing", 0.9, "My boiler exploded.");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void valueWithoutEvidenceInTheTranscriptIsDroppedAndCounted() {
        Summary summary =
                new Summary("some", null, "Text.", List.of(), Map.of("city", PROVEN, "service", INVENTED), null);
        try (LogLines log = LogLines.capture()) {
            Summary proven = new ProveFields(meters).keepProven(summary, CALL.transcript());

            assertThat(proven.fields()).containsExactly(Map.entry("city", PROVEN));
            assertThat(proven.text()).isEqualTo("Text.");
            assertThat(meters.counter("aftercall.summary.unproven.values", "engine", "some")
                            .count())
                    .isEqualTo(1);
            assertThat(log.lines())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("boiler") || line.contains("plumbing"));
        }
    }
}
