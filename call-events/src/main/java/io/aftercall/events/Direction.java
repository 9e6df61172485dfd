package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who called whom: the business was called, or it called out. */
public enum Direction {
    @JsonProperty("inbound")
    INBOUND,
    @JsonProperty("outbound")
    OUTBOUND
}
