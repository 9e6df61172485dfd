package io.aftercall.dispatcher.queue;

import java.util.List;

/**
 * A delivery that is ours until its lease ends.
 *
 * @param id its {@code webhook-id}
 * @param attempt this attempt's number, and the fence that its result is settled under
 * @param failures attempts that failed since it was last asked for
 * @param payload what is sent
 * @param sealedSecrets of the endpoint, in force now, the newest first
 * @param traceparent the trace of the call's processing; null if there is none
 */
record ClaimedDelivery(
        String id,
        int attempt,
        int failures,
        String callSid,
        int revision,
        String endpointId,
        String url,
        String payload,
        List<byte[]> sealedSecrets,
        String traceparent) {
    /** Without what was said. */
    @Override
    public String toString() {
        return "ClaimedDelivery[" + id + ", attempt " + attempt + "]";
    }
}
