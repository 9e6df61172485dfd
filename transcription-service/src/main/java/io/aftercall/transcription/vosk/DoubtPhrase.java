package io.aftercall.transcription.vosk;

import java.util.List;
import java.util.Set;

/**
 * Tells noise that Vosk took for a word from speech. It gives noise one short word, stretched over all of it
 * ("him", three seconds long), or a filler that it is not sure of; people's single words are quick, or clear.
 */
final class DoubtPhrase {

    private static final long SLOWEST_WORD_MS = 500;
    private static final long SLOWEST_LETTER_MS = 200;
    private static final double SURE = 0.7;
    private static final Set<String> FILLERS =
            Set.of("a", "ah", "eh", "er", "hm", "hmm", "huh", "mm", "the", "uh", "um");

    private DoubtPhrase() {}

    static boolean isNoise(List<Word> phrase) {
        if (phrase.size() != 1) {
            return false;
        }
        Word word = phrase.get(0);
        boolean stretched = word.lengthMs()
                > SLOWEST_WORD_MS + SLOWEST_LETTER_MS * word.text().length();
        boolean doubtfulFiller = FILLERS.contains(word.text()) && word.confidence() < SURE;
        return stretched || doubtfulFiller;
    }
}
