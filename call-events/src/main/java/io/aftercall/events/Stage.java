package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The stages a call goes through after it ends, in order. */
public enum Stage {
    @JsonProperty("recording")
    RECORDING,
    @JsonProperty("transcription")
    TRANSCRIPTION,
    @JsonProperty("summary")
    SUMMARY,
    @JsonProperty("delivery")
    DELIVERY;

    /** The name on the wire, in URLs and in metrics. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
