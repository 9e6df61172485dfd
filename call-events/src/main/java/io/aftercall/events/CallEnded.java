package io.aftercall.events;

/**
 * The call is over and its recording is settled.
 *
 * @param callSid the call, and the Kafka key
 * @param revision from 1
 * @param context everything the stages need
 */
public record CallEnded(String callSid, int revision, CallContext context) implements Event {

    public CallEnded {
        Require.identity(callSid, revision);
        Require.present(context, "context");
    }
}
