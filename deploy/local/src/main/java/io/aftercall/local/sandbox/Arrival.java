package io.aftercall.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A webhook as it arrived at the receiver.
 *
 * @param webhookId the same for every attempt at one message
 * @param refusal why its signature was not accepted; null if it was
 * @param receivedAt when it was there
 * @param answered the status it was answered with
 * @param body its JSON
 */
public record Arrival(
        String callSid, String webhookId, String refusal, Instant receivedAt, int answered, JsonNode body) {

    /** Whether its signature was accepted by an implementation that is not ours. */
    public boolean verified() {
        return refusal == null;
    }
}
