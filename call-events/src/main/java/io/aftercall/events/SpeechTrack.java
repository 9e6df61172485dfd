package io.aftercall.events;

import java.time.Instant;
import java.util.List;

/**
 * Audio made for speech recognition: 16 kHz mono {@code pcm_s16le} WAV, unless the recording is unconverted.
 *
 * @param channel the recording's channel, from 0; null when the track is the unconverted original, all channels in one
 * @param path signed, expiring path with query under recording-service's base URL
 * @param expiresAt when the path stops working
 * @param silences stretches without speech, in order and not overlapping
 */
public record SpeechTrack(Integer channel, String path, Instant expiresAt, List<Span> silences) {

    public SpeechTrack {
        Require.text(path, "track.path");
        silences = Require.listOrEmpty(silences);
    }

    /**
     * A stretch of audio.
     *
     * @param startMs milliseconds from the recording's start
     * @param endMs likewise
     */
    public record Span(long startMs, long endMs) {}
}
