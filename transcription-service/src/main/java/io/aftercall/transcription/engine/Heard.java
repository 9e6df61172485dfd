package io.aftercall.transcription.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an engine heard on one channel.
 *
 * @param language BCP 47
 * @param model the model that heard it
 * @param phrases in order of time
 * @param dropped how many words were taken for noise and left out
 * @param costUsd US dollars paid for it; null when nothing was
 */
public record Heard(String language, String model, List<Phrase> phrases, int dropped, BigDecimal costUsd) {

    public Heard {
        phrases = List.copyOf(phrases);
    }
}
