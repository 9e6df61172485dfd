package io.aftercall.events;

/**
 * The transcript, or why there is none.
 *
 * @param context as received
 * @param recording as received
 * @param transcription how the transcription stage ended
 */
public record CallTranscribed(
        String callSid,
        int revision,
        CallContext context,
        RecordingOutcome recording,
        TranscriptionOutcome transcription)
        implements Event {

    public CallTranscribed {
        Require.identity(callSid, revision);
        Require.present(context, "context");
        Require.present(recording, "recording");
        Require.present(transcription, "transcription");
    }
}
