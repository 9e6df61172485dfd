package io.aftercall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What Twilio said of the call's recording, or that it said nothing.
 *
 * @param state whether there is one to download
 * @param accountSid the account whose URL serves it; null unless available
 * @param recordingSid Twilio's id of it; null unless Twilio named one
 * @param channels 1 or 2; null if not told
 * @param durationSec whole seconds; null if not told
 * @param source Twilio's {@code RecordingSource}; null if not told
 * @param reason why there is none; null when available
 */
public record RecordingNotice(
        State state,
        String accountSid,
        String recordingSid,
        Integer channels,
        Integer durationSec,
        String source,
        String reason) {

    public RecordingNotice {
        Require.present(state, "recording.state");
        if (state == State.AVAILABLE) {
            Require.text(accountSid, "recording.accountSid");
            Require.text(recordingSid, "recording.recordingSid");
        }
    }

    /** A notice that there is nothing to download. */
    public static RecordingNotice none(State state, String reason) {
        return new RecordingNotice(state, null, null, null, null, null, reason);
    }

    /** Whether there is a recording, and if not, how that came to be. */
    public enum State {
        /** Twilio has it. */
        @JsonProperty("available")
        AVAILABLE,
        /** Twilio says there is none: too short, silent, or never answered. */
        @JsonProperty("absent")
        ABSENT,
        /** Twilio could not make it. */
        @JsonProperty("failed")
        FAILED,
        /** This business does not record. */
        @JsonProperty("off")
        OFF,
        /** Twilio did not tell in time. */
        @JsonProperty("overdue")
        OVERDUE
    }
}
