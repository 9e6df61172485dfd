package io.aftercall.transcription.stage;

import io.aftercall.chassis.work.Attempt;
import io.aftercall.chassis.work.RetrySchedule;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.chassis.work.StageWorker;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.transcription.transcript.Transcripts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The transcription stage: listen to the recording and say what was said; or say why nothing was heard. */
@ApplicationScoped
class TranscribeRecording implements StageWorker<RecordingStored, CallTranscribed> {

    private final StageConfig config;
    private final SettleWithoutAudio settleWithoutAudio;
    private final HearCall hearCall;
    private final Transcripts transcripts;

    TranscribeRecording(
            StageConfig config, SettleWithoutAudio settleWithoutAudio, HearCall hearCall, Transcripts transcripts) {
        this.config = config;
        this.settleWithoutAudio = settleWithoutAudio;
        this.hearCall = hearCall;
        this.transcripts = transcripts;
    }

    @Override
    public Stage stage() {
        return Stage.TRANSCRIPTION;
    }

    @Override
    public EventType<RecordingStored> input() {
        return EventTypes.RECORDING_STORED;
    }

    @Override
    public EventType<CallTranscribed> output() {
        return EventTypes.CALL_TRANSCRIBED;
    }

    @Override
    public RetrySchedule retries() {
        return RetrySchedule.of(config.attemptDelays(), config.attemptJitter());
    }

    @Override
    public Duration timeLimit() {
        return config.attemptTimeLimit();
    }

    @Override
    public Optional<CallTranscribed> settled(RecordingStored event) {
        return settleWithoutAudio.settle(event).map(outcome -> transcribed(event, outcome));
    }

    @Override
    public CallTranscribed perform(RecordingStored event, Attempt attempt) throws Exception {
        return transcribed(event, hearCall.hear(event));
    }

    @Override
    public void store(CallTranscribed outcome) {
        transcripts.store(outcome);
    }

    @Override
    public CallTranscribed giveUp(RecordingStored event, StageFailure failure) {
        return transcribed(event, TranscriptionOutcome.failed(failure.reason(), failure.getMessage()));
    }

    @Override
    public void forget(String callSid) {
        transcripts.forget(callSid);
    }

    private static CallTranscribed transcribed(RecordingStored event, TranscriptionOutcome outcome) {
        return new CallTranscribed(event.callSid(), event.revision(), event.context(), event.recording(), outcome);
    }
}
