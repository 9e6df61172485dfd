package io.aftercall.recording.conversion;

/**
 * What a file holds.
 *
 * @param container {@code wav} or {@code mp3}, also the extension it is kept under
 * @param channels how many
 * @param durationMs milliseconds of audio
 */
public record AudioFormat(String container, int channels, long durationMs) {}
