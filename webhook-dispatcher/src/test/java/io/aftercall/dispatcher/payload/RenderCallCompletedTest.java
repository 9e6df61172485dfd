package io.aftercall.dispatcher.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftercall.dispatcher.SampleCalls;
import io.aftercall.dispatcher.TestConfig;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.Speaker;
import io.aftercall.events.SummaryOutcome;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The golden files are what customers' code was written against: a change to one is a change to their contract. */
class RenderCallCompletedTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T20:01:02.345678Z"), ZoneOffset.UTC);

    private final CallSummarized golden = SampleCalls.golden();

    @Test
    void aProcessedCallHasEverything() throws IOException {
        assertGolden("processed", render(golden));
    }

    @Test
    void aCallWithoutTranscriptHasTheRealtimeOne() throws IOException {
        CallSummarized partial = with(
                golden.recording(),
                TranscriptionOutcome.failed("engine_failed", "The engine stopped."),
                SummaryOutcome.skipped("no_transcript", "There is nothing to summarise."),
                golden.context().realtimeUtterances());

        assertGolden("partial", render(partial));
    }

    @Test
    void whatIsAbsentIsNull() throws IOException {
        CallSummarized failed = with(
                RecordingOutcome.failed("not_audio", "It is no audio."),
                TranscriptionOutcome.skipped("no_audio", "There is nothing to hear."),
                SummaryOutcome.skipped("no_transcript", "There is nothing to summarise."),
                List.of());

        assertGolden("failed", render(failed));
    }

    @Test
    void theSameEventAlwaysHasTheSameId() {
        String first = render(golden).id();

        assertThat(render(golden).id()).isEqualTo(first).matches("evt_[0-9a-f]{32}");
    }

    @Test
    void aTranscriptThatIsTooLargeIsReplacedByItsUrl() throws IOException {
        Utterance long_ = new Utterance(Speaker.AGENT, 0, 0, 1000, "blah ".repeat(400), 0.9);
        TranscriptionOutcome transcription = golden.transcription();
        CallSummarized large = with(
                golden.recording(),
                new TranscriptionOutcome(
                        transcription.status(),
                        null,
                        null,
                        "en",
                        "vosk",
                        "m",
                        "text",
                        Collections.nCopies(130, long_),
                        null),
                golden.summary(),
                List.of());

        Message message = render(large);

        JsonNode transcript = JSON.readTree(message.json()).at("/data/transcript");
        assertThat(transcript.get("url").asText())
                .isEqualTo("https://calls.example.com/api/transcripts/" + golden.callSid());
        assertThat(transcript.get("text").isNull()).isTrue();
        assertThat(transcript.get("utterances").isNull()).isTrue();
        assertThat(message.json().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256_000);
        assertThat(JSON.readTree(message.json())
                        .at("/data/metrics/talkMs/agent")
                        .asLong())
                .isEqualTo(1000);
    }

    @Test
    void theCostBucketFollowsTheTotal() throws IOException {
        assertThat(bucketOf("0.0499")).isEqualTo("LOW");
        assertThat(bucketOf("0.05")).isEqualTo("MED");
        assertThat(bucketOf("0.25")).isEqualTo("HIGH");
    }

    private String bucketOf(String dollars) throws IOException {
        SummaryOutcome summary = golden.summary();
        TranscriptionOutcome free = new TranscriptionOutcome(
                golden.transcription().status(), null, null, "en", "vosk", null, "", List.of(), null);
        CallSummarized call = with(
                golden.recording(),
                free,
                new SummaryOutcome(
                        summary.status(),
                        null,
                        null,
                        "openai",
                        "m",
                        "t",
                        List.of(),
                        Map.of(),
                        "final",
                        new BigDecimal(dollars)),
                List.of());
        return JSON.readTree(render(call).json()).at("/data/cost/bucket").asText();
    }

    private static Message render(CallSummarized event) {
        PayloadConfig config = TestConfig.of(PayloadConfig.class, Map.of());
        return new RenderCallCompleted(new DescribeCall(config), NOON).render(event);
    }

    private CallSummarized with(
            RecordingOutcome recording,
            TranscriptionOutcome transcription,
            SummaryOutcome summary,
            List<Utterance> realtime) {
        CallContext context = golden.context();
        return new CallSummarized(
                golden.callSid(),
                golden.revision(),
                new CallContext(context.call(), context.business(), context.recording(), realtime, context.startFrom()),
                recording,
                transcription,
                summary);
    }

    /** As text, so that the order of the names counts too. */
    private static void assertGolden(String name, Message message) throws IOException {
        String file = "/payload/call.completed." + name + ".json";
        byte[] expected =
                RenderCallCompletedTest.class.getResourceAsStream(file).readAllBytes();
        String actual = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(message.json()));
        assertThat(actual).isEqualToIgnoringNewLines(new String(expected, StandardCharsets.UTF_8).strip());
    }
}
