package io.aftercall.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One event of each type with every property set: what the golden files show. */
final class SampleEvents {

    private static final String CALL = "CA11111111111111111111111111111111";
    private static final String ACCOUNT = "AC22222222222222222222222222222222";
    private static final String RECORDING = "RE33333333333333333333333333333333";
    private static final Instant ENDED = Instant.parse("2026-11-20T20:00:36Z");

    private SampleEvents() {}

    static Map<String, Event> byTopic() {
        return Map.of(
                "call-ended", new CallEnded(CALL, 1, context()),
                "recording-stored", new RecordingStored(CALL, 1, context(), recording()),
                "call-transcribed", new CallTranscribed(CALL, 1, context(), recording(), transcription()),
                "call-summarized", new CallSummarized(CALL, 1, context(), recording(), transcription(), summary()),
                "call-erased", new CallErased(CALL, 1, ENDED.plusSeconds(3600)),
                "stage-changed", stageChanged());
    }

    private static CallContext context() {
        Call call = new Call(
                CALL,
                ACCOUNT,
                Direction.INBOUND,
                "+13125550142",
                "+13125550100",
                "completed",
                ENDED.minusSeconds(40),
                ENDED.minusSeconds(36),
                ENDED,
                36);
        BusinessProfile business = new BusinessProfile(
                "lakeside",
                "Lakeside Home Services",
                "America/Chicago",
                "en",
                List.of(new BusinessProfile.Term("Chicago", List.of("Chi-town"))),
                List.of(new BusinessProfile.Term("plumbing", List.of("plumber", "leak"))));
        RecordingNotice notice = new RecordingNotice(
                RecordingNotice.State.AVAILABLE, ACCOUNT, RECORDING, 2, 36, "StartCallRecordingAPI", null);
        Utterance realtime = new Utterance(Speaker.CUSTOMER, null, 4100, 9800, "i live in chicago", 0.9);
        return new CallContext(call, business, notice, List.of(realtime), Stage.RECORDING);
    }

    private static RecordingOutcome recording() {
        SpeechTrack track = new SpeechTrack(
                0,
                "/api/recordings/speech/" + CALL + "/1/0?expires=1795000000&signature=c2lnbmVk",
                Instant.parse("2026-11-21T20:00:00Z"),
                List.of(new SpeechTrack.Span(0, 4000)));
        return new RecordingOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                RECORDING,
                2,
                36_580L,
                1_170_548L,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "/api/recordings/file/" + CALL,
                List.of(track),
                null);
    }

    private static TranscriptionOutcome transcription() {
        Utterance utterance = new Utterance(Speaker.CUSTOMER, 0, 4100, 9800, "I live in Chicago.", 0.93);
        return new TranscriptionOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                "en",
                "vosk",
                "vosk-model-en-0.3.45",
                "I live in Chicago.",
                List.of(utterance),
                new BigDecimal("0.0031"));
    }

    private static SummaryOutcome summary() {
        return new SummaryOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                "builtin",
                null,
                "I live in Chicago.",
                List.of("Send a plumber tomorrow morning."),
                Map.of("city", new ExtractedField("Chicago", 0.9, "I live in Chicago")),
                "final",
                new BigDecimal("0.0012"));
    }

    private static StageChanged stageChanged() {
        return new StageChanged(
                CALL,
                1,
                Stage.RECORDING,
                1,
                StageChanged.Step.RETRYING,
                ENDED,
                "not_yet_available",
                ENDED.plusSeconds(20));
    }
}
