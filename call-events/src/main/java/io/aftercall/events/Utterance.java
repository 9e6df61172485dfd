package io.aftercall.events;

/**
 * Something one speaker said without a longer pause.
 *
 * @param speaker who said it
 * @param channel the recording's channel, from 0; null when it is not from a recording
 * @param startMs milliseconds from the recording's start
 * @param endMs likewise, never before {@code startMs}
 * @param text what was said
 * @param confidence 0 to 1; null when the engine gives none
 */
public record Utterance(Speaker speaker, Integer channel, long startMs, long endMs, String text, Double confidence) {

    public Utterance {
        Require.present(speaker, "utterance.speaker");
        Require.present(text, "utterance.text");
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("utterance times are out of order");
        }
    }
}
