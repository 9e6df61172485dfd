package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a call's processing ended as a whole. */
public enum CallResult {
    /** Every stage completed or was rightly skipped. */
    @JsonProperty("processed")
    PROCESSED,
    /** Something failed, and something beyond the call's own data is known. */
    @JsonProperty("partial")
    PARTIAL,
    /** Only the call's own data is known. */
    @JsonProperty("failed")
    FAILED;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
