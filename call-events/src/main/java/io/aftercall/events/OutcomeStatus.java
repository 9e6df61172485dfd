package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a stage ended. */
public enum OutcomeStatus {
    /** It did its work. */
    @JsonProperty("completed")
    COMPLETED,
    /** There was rightly nothing to do; {@code reason} says why. */
    @JsonProperty("skipped")
    SKIPPED,
    /** It should have worked and did not; {@code reason} says why. The call goes on without it. */
    @JsonProperty("failed")
    FAILED
}
