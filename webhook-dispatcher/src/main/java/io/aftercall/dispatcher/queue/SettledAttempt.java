package io.aftercall.dispatcher.queue;

import io.aftercall.dispatcher.send.Exchange;
import java.time.Duration;

/**
 * An attempt and what follows from it.
 *
 * @param state the delivery's state from now on
 * @param pause how long until the next attempt; zero when there is none
 * @param traceId the attempt's own trace
 */
record SettledAttempt(ClaimedDelivery delivery, Exchange exchange, String state, Duration pause, String traceId) {

    /** Failures since the delivery was last asked for, this attempt included. */
    int failures() {
        return exchange.succeeded() ? delivery.failures() : delivery.failures() + 1;
    }
}
