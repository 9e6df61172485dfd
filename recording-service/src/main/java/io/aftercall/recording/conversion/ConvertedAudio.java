package io.aftercall.recording.conversion;

import io.aftercall.events.SpeechTrack.Span;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a recording.
 *
 * @param format the original's
 * @param durationMs milliseconds of audio, measured on what was converted where it was
 * @param playback the MP3 for people; null when unconverted
 * @param tracks one per channel; empty when unconverted
 * @param unconvertedReason why there is only the original; null when converted
 */
public record ConvertedAudio(
        AudioFormat format, long durationMs, Path playback, List<Track> tracks, String unconvertedReason) {

    static ConvertedAudio originalOnly(AudioFormat format, String reason) {
        return new ConvertedAudio(format, format.durationMs(), null, List.of(), reason);
    }

    /** 1 or 2: as many as there are tracks, since more are mixed into one. */
    public int channels() {
        return unconvertedReason == null ? tracks.size() : Math.min(2, format.channels());
    }

    /**
     * One channel: 16 kHz mono {@code pcm_s16le} WAV.
     *
     * @param channel from 0
     * @param file where it lies
     * @param silences stretches without speech, in order
     */
    public record Track(int channel, Path file, List<Span> silences) {}
}
