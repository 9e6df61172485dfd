package io.aftercall.events;

/**
 * The recording is kept and converted, or why not.
 *
 * @param context as received
 * @param recording how the recording stage ended
 */
public record RecordingStored(String callSid, int revision, CallContext context, RecordingOutcome recording)
        implements Event {

    public RecordingStored {
        Require.identity(callSid, revision);
        Require.present(context, "context");
        Require.present(recording, "recording");
    }
}
