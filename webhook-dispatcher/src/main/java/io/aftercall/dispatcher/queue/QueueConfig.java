package io.aftercall.dispatcher.queue;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** When deliveries are tried, and how they are claimed. */
@ConfigMapping(prefix = "aftercall.webhook")
interface QueueConfig {
    /** The pause before each attempt; there are as many attempts as pauses. */
    List<Duration> retryDelays();

    /** How far a pause may be off its length, as a part of it. */
    double retryJitter();

    /** The least pause after a time-out. */
    Duration pauseAfterTimeOut();

    /** The longest {@code Retry-After} that is honoured. */
    Duration longestRetryAfter();

    /** How long a claim holds; longer than any attempt can take. */
    Duration lease();

    /** Deliveries claimed at once, at most. */
    int claimBatch();

    /** How often to look for due deliveries when nothing calls. */
    Duration pollInterval();
}
