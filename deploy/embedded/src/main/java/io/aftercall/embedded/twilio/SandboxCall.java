package io.aftercall.embedded.twilio;

import java.time.Instant;

/** A call as the sandbox's REST API knows it. */
record SandboxCall(
        String accountSid,
        String sid,
        String from,
        String to,
        String direction,
        String status,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        int durationSec,
        SandboxRecording recording) {

    boolean answered() {
        return status.equals("completed");
    }
}
