package io.aftercall.transcription.stage;

import io.aftercall.events.CallContext;
import io.aftercall.events.Direction;
import io.aftercall.events.Speaker;

/** Says who is heard on a channel. */
final class NameSpeaker {

    /** Twilio's word for recordings made while it plays the machine: only the person on the line is heard. */
    private static final String VOICEMAIL = "RecordVerb";

    private NameSpeaker() {}

    /**
     * Channel 0 is the side that called, channel 1 the other; in mono both are mixed, but for a voicemail.
     *
     * @param channels how many the recording has
     */
    static Speaker on(int channel, int channels, CallContext context) {
        if (channels == 1) {
            return VOICEMAIL.equals(context.recording().source()) ? Speaker.CUSTOMER : Speaker.UNKNOWN;
        }
        boolean caller = channel == 0;
        boolean customerCalls = context.call().direction() == Direction.INBOUND;
        return caller == customerCalls ? Speaker.CUSTOMER : Speaker.AGENT;
    }
}
