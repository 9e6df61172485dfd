package io.aftercall.gateway.calls;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/** Everything that happened to a call, in order. */
public record CallTimeline(
        String callSid, String status, int revision, List<StageOfCall> stages, List<CallbackOfCall> callbacks) {

    /**
     * One stage of one revision.
     *
     * @param outcome {@code completed}, {@code skipped} or {@code failed}; null while it works
     * @param reason why it was skipped or failed, as one word
     * @param message the same for people
     * @param attempts as far as they were heard of
     */
    public record StageOfCall(
            int revision,
            String stage,
            String outcome,
            String reason,
            String message,
            Instant recordedAt,
            List<AttemptAtStage> attempts) {}

    /**
     * One attempt at a stage.
     *
     * @param step what it was last seen doing
     * @param error why it failed; null if it did not
     */
    public record AttemptAtStage(
            @JsonIgnore int revision,
            @JsonIgnore String stage,
            int attempt,
            String step,
            Instant beganAt,
            Instant changedAt,
            String error,
            Instant nextAttemptAt) {

        boolean isOf(int revision, String stage) {
            return this.revision == revision && this.stage.equals(stage);
        }
    }

    /**
     * A callback of Twilio's, without what it says of people.
     *
     * @param kind {@code status} or {@code recording}
     * @param said the status it told
     */
    public record CallbackOfCall(String kind, String said, Instant receivedAt) {}
}
