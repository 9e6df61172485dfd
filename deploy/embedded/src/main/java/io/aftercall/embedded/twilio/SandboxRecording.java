package io.aftercall.embedded.twilio;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A recording as the sandbox keeps it.
 *
 * @param audio what was said; not what is served where the fate is otherwise
 * @param readyAt requests before are answered 404
 * @param misses how many more requests are answered 404
 */
record SandboxRecording(
        String sid,
        String callSid,
        RecordingFate fate,
        WavAudio audio,
        Instant startedAt,
        String source,
        Instant readyAt,
        AtomicInteger misses) {

    int channels() {
        return audio.channels();
    }

    int durationSec() {
        return (int) Math.max(1, Math.round(audio.duration().toMillis() / 1000.0));
    }

    String status() {
        return switch (fate) {
            case ABSENT -> "absent";
            case FAILED -> "failed";
            default -> "completed";
        };
    }

    /** Whether this request for the audio finds it; counts it as one of the misses if not. */
    boolean found(Instant now) {
        boolean served = fate == RecordingFate.KEPT || fate == RecordingFate.NOT_AUDIO;
        return served && !now.isBefore(readyAt) && misses.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
    }
}
