package io.aftercall.summary;

import io.aftercall.chassis.work.Attempt;
import io.aftercall.chassis.work.RetrySchedule;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.chassis.work.StageWorker;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.Stage;
import io.aftercall.events.SummaryOutcome;
import io.aftercall.summary.engine.Summarizer;
import io.aftercall.summary.engine.Summary;
import io.aftercall.summary.engine.Transcript;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Summarises a call once per revision; a call on which nothing was said is rightly left without a summary. */
@ApplicationScoped
class SummarizeCall implements StageWorker<CallTranscribed, CallSummarized> {

    private final Summarizer summarizer;
    private final ProveFields proveFields;
    private final Summaries summaries;
    private final SummaryConfig config;

    SummarizeCall(Summarizer summarizer, ProveFields proveFields, Summaries summaries, SummaryConfig config) {
        this.summarizer = summarizer;
        this.proveFields = proveFields;
        this.summaries = summaries;
        this.config = config;
    }

    @Override
    public Stage stage() {
        return Stage.SUMMARY;
    }

    @Override
    public EventType<CallTranscribed> input() {
        return EventTypes.CALL_TRANSCRIBED;
    }

    @Override
    public EventType<CallSummarized> output() {
        return EventTypes.CALL_SUMMARIZED;
    }

    @Override
    public RetrySchedule retries() {
        return RetrySchedule.of(config.attemptDelays(), config.attemptJitter());
    }

    @Override
    public Duration timeLimit() {
        return config.timeLimit();
    }

    @Override
    public Optional<CallSummarized> settled(CallTranscribed input) {
        return announcedAgain(input).or(() -> nothingSaid(input)).map(outcome -> summarized(input, outcome));
    }

    /** Empty also where there is no earlier result to announce; it is worked out then. */
    private Optional<SummaryOutcome> announcedAgain(CallTranscribed input) {
        return input.context().startsAfter(Stage.SUMMARY) ? summaries.latest(input.callSid()) : Optional.empty();
    }

    private static Optional<SummaryOutcome> nothingSaid(CallTranscribed input) {
        return Transcript.of(input).isPresent()
                ? Optional.empty()
                : Optional.of(SummaryOutcome.skipped("no_transcript", "There is no text to summarise."));
    }

    @Override
    public CallSummarized perform(CallTranscribed input, Attempt attempt) {
        Transcript transcript = Transcript.of(input).orElseThrow();
        Summary summary = proveFields.keepProven(summarizer.summarize(input.context(), transcript), transcript);
        return summarized(input, completed(summary, transcript));
    }

    private static SummaryOutcome completed(Summary summary, Transcript transcript) {
        return new SummaryOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                summary.engine(),
                summary.model(),
                summary.text(),
                summary.actionItems(),
                summary.fields(),
                transcript.source().wireName(),
                summary.costUsd());
    }

    @Override
    public void store(CallSummarized outcome) {
        summaries.store(outcome.callSid(), outcome.revision(), outcome.summary());
    }

    @Override
    public CallSummarized giveUp(CallTranscribed input, StageFailure failure) {
        return summarized(input, SummaryOutcome.failed(failure.reason(), failure.getMessage()));
    }

    @Override
    public void forget(String callSid) {
        summaries.delete(callSid);
    }

    private static CallSummarized summarized(CallTranscribed input, SummaryOutcome outcome) {
        return new CallSummarized(
                input.callSid(), input.revision(), input.context(), input.recording(), input.transcription(), outcome);
    }
}
