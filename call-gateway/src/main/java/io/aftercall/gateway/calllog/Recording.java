package io.aftercall.gateway.calllog;

import java.time.Instant;
import java.util.Objects;

/**
 * One recording of a call as Twilio told it.
 *
 * @param sid Twilio's id of it; empty when it named none
 * @param state how far it is
 * @param durationSec whole seconds; null if not told
 * @param channels 1 or 2; null if not told
 * @param source Twilio's {@code RecordingSource}; null if not told
 * @param url Twilio's {@code RecordingUrl}, kept to be shown and never fetched; null if not told
 * @param startedAt when it began; null if not told
 * @param errorCode Twilio's error; null if there was none
 */
public record Recording(
        String sid,
        State state,
        Integer durationSec,
        Integer channels,
        String source,
        String url,
        Instant startedAt,
        String errorCode) {

    public Recording {
        Objects.requireNonNull(sid, "sid");
        Objects.requireNonNull(state, "state");
    }

    /** What is known of this recording now that {@code told} is too. */
    Recording with(Recording told) {
        return new Recording(
                sid,
                Merge.greatest(state, told.state),
                Merge.greatest(durationSec, told.durationSec),
                Merge.greatest(channels, told.channels),
                Merge.greatest(source, told.source),
                Merge.greatest(url, told.url),
                Merge.least(startedAt, told.startedAt),
                Merge.greatest(errorCode, told.errorCode));
    }

    /** Seconds of audio to compare by; unknown counts as none. */
    int lengthSec() {
        return durationSec == null ? 0 : durationSec;
    }

    /** How far a recording is; a later one is never taken back. */
    public enum State {
        IN_PROGRESS,
        /** Too short or silent, so Twilio dropped it. */
        ABSENT,
        FAILED,
        COMPLETED
    }
}
