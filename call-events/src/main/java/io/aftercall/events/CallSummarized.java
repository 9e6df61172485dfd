package io.aftercall.events;

/**
 * The summary and the extracted fields, or why there are none: with it, all that will be known of this revision is.
 *
 * @param context as received
 * @param recording as received
 * @param transcription as received
 * @param summary how the summary stage ended
 */
public record CallSummarized(
        String callSid,
        int revision,
        CallContext context,
        RecordingOutcome recording,
        TranscriptionOutcome transcription,
        SummaryOutcome summary)
        implements Event {

    public CallSummarized {
        Require.identity(callSid, revision);
        Require.present(context, "context");
        Require.present(recording, "recording");
        Require.present(transcription, "transcription");
        Require.present(summary, "summary");
    }

    /** How the call ended as a whole; derived here so that the call log and the webhook never disagree. */
    public CallResult result() {
        boolean anyFailed = recording.failed() || transcription.failed() || summary.failed();
        if (!anyFailed) {
            return CallResult.PROCESSED;
        }
        boolean anyKnown = recording.completed() || transcription.completed() || summary.completed();
        return anyKnown ? CallResult.PARTIAL : CallResult.FAILED;
    }
}
