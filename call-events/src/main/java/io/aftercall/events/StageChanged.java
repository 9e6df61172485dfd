package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Telemetry: where a stage of a call is now. Newer is greater by (revision, stage, attempt, step).
 *
 * @param stage the stage
 * @param attempt from 0 (not yet tried)
 * @param step what it is doing
 * @param at when it began to
 * @param error why the last attempt failed, without anything that was said or any number; null if it did not
 * @param nextAttemptAt when it is tried again; null unless retrying
 */
public record StageChanged(
        String callSid,
        int revision,
        Stage stage,
        int attempt,
        Step step,
        Instant at,
        String error,
        Instant nextAttemptAt)
        implements Event {

    public StageChanged {
        Require.identity(callSid, revision);
        Require.present(stage, "stage");
        Require.present(step, "step");
        Require.present(at, "at");
    }

    /** What a stage is doing, in the order it goes through them within one attempt. */
    public enum Step {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("processing")
        PROCESSING,
        @JsonProperty("retrying")
        RETRYING,
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("skipped")
        SKIPPED,
        @JsonProperty("failed")
        FAILED;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
