package io.aftercall.summary;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.Call;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.Direction;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.Stage;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Events as transcription-service sends them. */
public final class TestEvents {

    private static final Instant ENDED = Instant.parse("2026-11-20T20:00:36Z");

    private TestEvents() {}

    static String newCallSid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The first telling of a call of this business. */
    public static CallContext context(BusinessProfile business) {
        return context("CA11111111111111111111111111111111", business, List.of(), Stage.RECORDING);
    }

    static CallContext context(String callSid, BusinessProfile business, List<Utterance> realtime, Stage startFrom) {
        Call call = new Call(
                callSid,
                "AC22222222222222222222222222222222",
                Direction.INBOUND,
                "+13125550142",
                "+13125550100",
                "completed",
                ENDED.minusSeconds(40),
                ENDED.minusSeconds(36),
                ENDED,
                36);
        RecordingNotice notice = new RecordingNotice(
                RecordingNotice.State.OFF, "AC22222222222222222222222222222222", null, null, null, null, null);
        return new CallContext(call, business, notice, realtime, startFrom);
    }

    static CallTranscribed transcribed(String callSid, int revision, ScriptedCall said) {
        CallContext context = context(callSid, said.business(), List.of(), Stage.RECORDING);
        return transcribed(revision, context, transcription(said.utterances()));
    }

    /** What is known of a call after its transcription. */
    public static CallTranscribed transcribed(TranscriptionOutcome transcription, List<Utterance> realtime) {
        return transcribed(1, context(newCallSid(), ScriptedCall.LAKESIDE, realtime, Stage.RECORDING), transcription);
    }

    static CallTranscribed transcribed(int revision, CallContext context, TranscriptionOutcome transcription) {
        return new CallTranscribed(
                context.call().callSid(),
                revision,
                context,
                RecordingOutcome.skipped("recording_off", "No recording was asked for."),
                transcription);
    }

    /** A final transcript of an engine that tells utterances apart. */
    public static TranscriptionOutcome transcription(List<Utterance> utterances) {
        String text = utterances.stream().map(Utterance::text).collect(Collectors.joining("\n"));
        return transcription(text, utterances);
    }

    /** A final transcript. */
    public static TranscriptionOutcome transcription(String text, List<Utterance> utterances) {
        return new TranscriptionOutcome(
                OutcomeStatus.COMPLETED, null, null, "en", "vosk", "vosk-model-en-0.3.45", text, utterances, null);
    }
}
