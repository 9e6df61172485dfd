package io.aftercall.events;

import java.time.Instant;

/**
 * Forget this call everywhere, whatever its revision, and whatever of it still arrives.
 *
 * @param revision the last one there was
 * @param erasedAt when it was asked for
 */
public record CallErased(String callSid, int revision, Instant erasedAt) implements Event {

    public CallErased {
        Require.identity(callSid, revision);
        Require.present(erasedAt, "erasedAt");
    }
}
