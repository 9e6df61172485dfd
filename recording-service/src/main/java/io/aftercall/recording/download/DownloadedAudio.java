package io.aftercall.recording.download;

import java.nio.file.Path;

/**
 * A recording as Twilio served it, whole.
 *
 * @param file where it lies
 * @param sizeBytes how long it is
 * @param sha256 hex digest of it
 */
public record DownloadedAudio(Path file, long sizeBytes, String sha256) {}
