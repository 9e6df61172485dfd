package io.aftercall.dispatcher.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The {@code call.completed} webhook: one for every way a call can end, {@code data.status} says which. What is absent is
 * null.
 *
 * @param id the same at every endpoint and on every re-send
 */
record CallCompleted(String id, String type, Instant createdAt, String businessId, Data data) {

    /** Everything that is known of the call at this revision. */
    record Data(
            String status,
            int revision,
            List<StageError> errors,
            CallPart call,
            RecordingPart recording,
            TranscriptPart transcript,
            SummaryPart summary,
            Map<String, FieldPart> fields,
            Metrics metrics,
            Cost cost) {

        Data with(TranscriptPart replacement) {
            return new Data(status, revision, errors, call, recording, replacement, summary, fields, metrics, cost);
        }
    }

    /** A stage that should have worked and did not. */
    record StageError(String stage, String reason) {}

    record CallPart(
            String callSid,
            String direction,
            String from,
            String to,
            Instant startedAt,
            Instant endedAt,
            Integer durationSec) {}

    record RecordingPart(String recordingSid, Integer channels, Long durationSec, String url) {}

    /**
     * @param url where the transcript can be fetched; only there when text and utterances would make the message too large
     */
    record TranscriptPart(
            String language,
            String engine,
            String text,
            List<UtterancePart> utterances,
            @JsonInclude(JsonInclude.Include.NON_NULL) String url) {

        TranscriptPart at(String url) {
            return new TranscriptPart(language, engine, null, null, url);
        }
    }

    record UtterancePart(String speaker, Integer channel, long startMs, long endMs, String text, Double confidence) {}

    record SummaryPart(String text, String engine, List<String> actionItems) {}

    record FieldPart(String value, double confidence, String evidence) {}

    /** @param silenceMs null when it is not known how long the call was */
    record Metrics(TalkMs talkMs, Long silenceMs) {}

    record TalkMs(long agent, long customer) {}

    record Cost(CostBucket bucket, String currency, BigDecimal total) {}
}
