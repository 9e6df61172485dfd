package io.aftercall.chassis.work;

import java.time.Instant;

/**
 * One piece of work as people see it in {@code stage_work}.
 *
 * @param state {@code pending, processing, retrying, done} or {@code superseded}
 * @param attempt how often it was claimed
 * @param failures how many attempts ended in a failure, as opposed to their worker's death
 * @param handedOver how many ended because their service was stopped
 * @param input the event that started it, as JSON
 * @param traceparent the trace it belongs to; null when there is none
 */
record WorkRow(
        String callSid,
        int revision,
        String state,
        int attempt,
        int failures,
        int handedOver,
        byte[] input,
        String traceparent,
        Instant startedAt) {

    Attempt asAttempt() {
        return new Attempt(callSid, revision, attempt);
    }

    /** Claims whose worker neither succeeded, failed nor handed over: it died, or slept through its takeover. */
    int crashes() {
        return attempt - 1 - failures - handedOver;
    }
}
