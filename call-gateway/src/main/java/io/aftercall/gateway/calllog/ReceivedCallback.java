package io.aftercall.gateway.calllog;

import java.time.Instant;

/**
 * A callback as it came, and what it says.
 *
 * @param kind {@code status} or {@code recording}
 * @param target path and query as received
 * @param body as received
 * @param fingerprint the same for the same callback sent again, different for any other
 * @param idempotencyToken Twilio's {@code I-Twilio-Idempotency-Token}; null if it sent none
 * @param receivedAt when it came in
 * @param told what it says
 */
public record ReceivedCallback(
        String kind,
        String target,
        String body,
        byte[] fingerprint,
        String idempotencyToken,
        Instant receivedAt,
        TwilioCallback told) {}
