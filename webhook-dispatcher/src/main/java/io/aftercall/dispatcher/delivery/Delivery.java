package io.aftercall.dispatcher.delivery;

import io.aftercall.dispatcher.page.Cursor;
import java.time.Instant;

/**
 * A message on its way to one endpoint.
 *
 * @param id its {@code webhook-id}, the same on every attempt
 * @param eventId the {@code id} in its payload, the same at every endpoint
 * @param state {@code pending, sending, delivered, exhausted, superseded} or {@code withheld}
 * @param attempts how often it was tried
 * @param nextAttemptAt null unless pending
 * @param lastStatusCode of the newest attempt; null if there was no answer
 * @param lastError why the newest attempt failed, in a word; null if it did not
 * @param supersededBy the newer revision that goes out in its stead; null if there is none
 */
record Delivery(
        String id,
        String endpointId,
        String businessId,
        String eventId,
        String eventType,
        String callSid,
        int revision,
        String state,
        int attempts,
        Instant nextAttemptAt,
        Integer lastStatusCode,
        String lastError,
        Integer supersededBy,
        Instant createdAt,
        Instant deliveredAt) {

    Cursor place() {
        return new Cursor(createdAt, id);
    }
}
