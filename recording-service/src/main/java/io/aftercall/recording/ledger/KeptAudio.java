package io.aftercall.recording.ledger;

import io.aftercall.recording.storage.AudioKey;
import java.util.Optional;

/**
 * The audio that is kept of one recording.
 *
 * @param callSid the call
 * @param recordingSid the recording
 * @param revision the revision that downloaded it, which may be older than the one asked for
 * @param sha256 hex digest of the original
 * @param container {@code wav} or {@code mp3}: what the original is
 * @param channels how many the original has
 * @param converted whether there is more than the original
 */
public record KeptAudio(
        String callSid,
        String recordingSid,
        int revision,
        String sha256,
        String container,
        int channels,
        boolean converted) {

    /** What names the unconverted original among the tracks. */
    public static final String ORIGINAL_TRACK = "original";

    /** Where its files are kept. */
    public AudioKey key() {
        return new AudioKey(callSid, recordingSid, revision, sha256);
    }

    /** The file as Twilio served it. */
    public String original() {
        return "original." + container;
    }

    /** The file for people's ears. */
    public String playback() {
        return converted ? "playback.mp3" : original();
    }

    /** The file of one speech track; empty when there is no such track. */
    public Optional<String> track(String channel) {
        if (!converted) {
            return ORIGINAL_TRACK.equals(channel) ? Optional.of(original()) : Optional.empty();
        }
        boolean exists = "0".equals(channel) || channels == 2 && "1".equals(channel);
        return exists ? Optional.of("channel-" + channel + ".wav") : Optional.empty();
    }
}
