package io.aftercall.embedded.twilio;

import java.time.Instant;
import java.util.List;

/**
 * What was played, for assertions.
 *
 * @param recordingSid null if nothing was recorded
 * @param durationSec of the call; 0 if nobody answered
 * @param sent the callbacks in the order they were sent
 */
public record PlayedCall(
        SampleCall sample,
        String callSid,
        String recordingSid,
        Instant startedAt,
        Instant endedAt,
        int durationSec,
        List<SentCallback> sent) {

    /** Whether every callback was taken with 2xx. */
    public boolean accepted() {
        return sent.stream().allMatch(SentCallback::accepted);
    }
}
