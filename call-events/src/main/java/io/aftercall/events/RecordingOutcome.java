package io.aftercall.events;

import java.util.List;

/**
 * How the recording stage ended. Everything past {@code message} is null or empty unless completed.
 *
 * @param recordingSid Twilio's id of the recording
 * @param channels 1 or 2
 * @param durationMs milliseconds of audio, measured
 * @param sizeBytes bytes of the original as kept
 * @param sha256 hex digest of the original
 * @param playbackPath path under recording-service's base URL where people with a token hear it
 * @param tracks audio for speech recognition, one per channel
 * @param unconvertedReason why the tracks are the original and not 16 kHz speech tracks; null when converted
 */
public record RecordingOutcome(
        OutcomeStatus status,
        String reason,
        String message,
        String recordingSid,
        Integer channels,
        Long durationMs,
        Long sizeBytes,
        String sha256,
        String playbackPath,
        List<SpeechTrack> tracks,
        String unconvertedReason)
        implements Outcome {

    public RecordingOutcome {
        Require.present(status, "recording.status");
        tracks = Require.listOrEmpty(tracks);
    }

    /** There was rightly nothing to keep. */
    public static RecordingOutcome skipped(String reason, String message) {
        return without(OutcomeStatus.SKIPPED, reason, message);
    }

    /** There should have been a recording, and it could not be kept. */
    public static RecordingOutcome failed(String reason, String message) {
        return without(OutcomeStatus.FAILED, reason, message);
    }

    private static RecordingOutcome without(OutcomeStatus status, String reason, String message) {
        return new RecordingOutcome(status, reason, message, null, null, null, null, null, null, List.of(), null);
    }
}
