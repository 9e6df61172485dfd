package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who said an utterance, as far as the recording tells. */
public enum Speaker {
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("customer")
    CUSTOMER,
    @JsonProperty("unknown")
    UNKNOWN
}
