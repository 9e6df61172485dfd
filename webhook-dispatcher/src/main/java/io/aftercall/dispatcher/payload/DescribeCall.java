package io.aftercall.dispatcher.payload;

import io.aftercall.dispatcher.payload.CallCompleted.CallPart;
import io.aftercall.dispatcher.payload.CallCompleted.Cost;
import io.aftercall.dispatcher.payload.CallCompleted.Data;
import io.aftercall.dispatcher.payload.CallCompleted.FieldPart;
import io.aftercall.dispatcher.payload.CallCompleted.Metrics;
import io.aftercall.dispatcher.payload.CallCompleted.RecordingPart;
import io.aftercall.dispatcher.payload.CallCompleted.StageError;
import io.aftercall.dispatcher.payload.CallCompleted.SummaryPart;
import io.aftercall.dispatcher.payload.CallCompleted.TranscriptPart;
import io.aftercall.dispatcher.payload.CallCompleted.UtterancePart;
import io.aftercall.events.Call;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.Outcome;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.Speaker;
import io.aftercall.events.Stage;
import io.aftercall.events.SummaryOutcome;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a customer's terms what is known of a call. */
@ApplicationScoped
class DescribeCall {
    private static final String REALTIME = "realtime";
    private static final String CURRENCY = "USD";
    private static final long MS_PER_SECOND = 1000;

    private final PayloadConfig config;

    DescribeCall(PayloadConfig config) {
        this.config = config;
    }

    Data describe(CallSummarized event) {
        List<Utterance> utterances = heard(event);
        return new Data(
                event.result().wireName(),
                event.revision(),
                errors(event),
                call(event.context().call()),
                recording(event.recording()),
                transcript(event, utterances),
                summary(event.summary()),
                fields(event.summary()),
                metrics(event, utterances),
                cost(event));
    }

    String transcriptUrl(String callSid) {
        return publicUrl("/api/transcripts/" + callSid);
    }

    /** What was said: by the recording, else as far as Twilio wrote along while the call ran. */
    private static List<Utterance> heard(CallSummarized event) {
        return event.transcription().completed()
                ? event.transcription().utterances()
                : event.context().realtimeUtterances();
    }

    private static List<StageError> errors(CallSummarized event) {
        Map<Stage, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put(Stage.RECORDING, event.recording());
        outcomes.put(Stage.TRANSCRIPTION, event.transcription());
        outcomes.put(Stage.SUMMARY, event.summary());
        List<StageError> errors = new ArrayList<>();
        outcomes.forEach((stage, outcome) -> {
            if (outcome.failed()) {
                errors.add(new StageError(stage.wireName(), outcome.reason()));
            }
        });
        return errors;
    }

    private static CallPart call(Call call) {
        return new CallPart(
                call.callSid(),
                call.direction().name().toLowerCase(Locale.ROOT),
                call.from(),
                call.to(),
                call.startedAt(),
                call.endedAt(),
                call.durationSec());
    }

    private RecordingPart recording(RecordingOutcome recording) {
        if (!recording.completed()) {
            return null;
        }
        Long seconds = recording.durationMs() == null ? null : recording.durationMs() / MS_PER_SECOND;
        String url = recording.playbackPath() == null ? null : publicUrl(recording.playbackPath());
        return new RecordingPart(recording.recordingSid(), recording.channels(), seconds, url);
    }

    private static TranscriptPart transcript(CallSummarized event, List<Utterance> utterances) {
        TranscriptionOutcome transcription = event.transcription();
        List<UtterancePart> parts =
                utterances.stream().map(DescribeCall::utterance).toList();
        if (transcription.completed()) {
            return new TranscriptPart(
                    transcription.language(), transcription.engine(), transcription.text(), parts, null);
        }
        if (utterances.isEmpty()) {
            return null;
        }
        String text = utterances.stream().map(Utterance::text).collect(Collectors.joining("\n"));
        return new TranscriptPart(event.context().business().language(), REALTIME, text, parts, null);
    }

    private static UtterancePart utterance(Utterance said) {
        return new UtterancePart(
                wireName(said.speaker()), said.channel(), said.startMs(), said.endMs(), said.text(), said.confidence());
    }

    private static String wireName(Speaker speaker) {
        return speaker.name().toLowerCase(Locale.ROOT);
    }

    private static SummaryPart summary(SummaryOutcome summary) {
        return summary.completed() ? new SummaryPart(summary.text(), summary.engine(), summary.actionItems()) : null;
    }

    private static Map<String, FieldPart> fields(SummaryOutcome summary) {
        if (!summary.completed()) {
            return null;
        }
        Map<String, FieldPart> fields = new LinkedHashMap<>();
        summary.fields()
                .forEach((name, field) ->
                        fields.put(name, new FieldPart(field.value(), field.confidence(), field.evidence())));
        return fields;
    }

    private static Metrics metrics(CallSummarized event, List<Utterance> utterances) {
        if (!event.transcription().completed() && utterances.isEmpty()) {
            return null;
        }
        return MeasureTalk.of(utterances, durationMs(event));
    }

    private static Long durationMs(CallSummarized event) {
        if (event.recording().durationMs() != null) {
            return event.recording().durationMs();
        }
        Integer seconds = event.context().call().durationSec();
        return seconds == null ? null : seconds * MS_PER_SECOND;
    }

    private Cost cost(CallSummarized event) {
        BigDecimal total = Stream.of(
                        event.transcription().costUsd(), event.summary().costUsd())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Cost(CostBucket.of(total, config.costBuckets()), CURRENCY, total);
    }

    private String publicUrl(String path) {
        return config.publicUrl().resolve(path).toString();
    }
}
