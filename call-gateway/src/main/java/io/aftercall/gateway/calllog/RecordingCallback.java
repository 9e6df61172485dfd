package io.aftercall.gateway.calllog;

/** How far a recording of a call is. It may be the first that is heard of the call. */
public record RecordingCallback(String callSid, String accountSid, Recording recording) implements TwilioCallback {

    @Override
    public Leg foldInto(Leg leg) {
        return leg.with(this);
    }
}
