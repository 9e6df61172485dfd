package io.aftercall.gateway.calllog;

import io.aftercall.events.Direction;
import java.time.Instant;

/** What Twilio tells of one inbound call. */
final class Told {

    static final String CALL = "CA11111111111111111111111111111111";
    static final String ACCOUNT = "AC22222222222222222222222222222222";
    static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

    private Told() {}

    static StatusCallback status(CallStatus status, int sequence, int secondsIn) {
        return new StatusCallback(
                CALL,
                ACCOUNT,
                null,
                Direction.INBOUND,
                "+13125550142",
                "+13125550100",
                status,
                sequence,
                START.plusSeconds(secondsIn),
                status.isFinal() ? Math.max(0, secondsIn - 4) : null,
                null);
    }

    static RecordingCallback recording(String sid, Recording.State state, Integer seconds) {
        return new RecordingCallback(
                CALL, ACCOUNT, new Recording(sid, state, seconds, 2, "DialVerb", null, START.plusSeconds(4), null));
    }
}
