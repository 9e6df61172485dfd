package io.aftercall.transcription.engine;

/**
 * Something said without a longer pause.
 *
 * @param startMs milliseconds from the recording's start
 * @param endMs likewise, not before {@code startMs}
 * @param text what was said
 * @param confidence 0 to 1; null when the engine gives none
 */
public record Phrase(long startMs, long endMs, String text, Double confidence) {}
