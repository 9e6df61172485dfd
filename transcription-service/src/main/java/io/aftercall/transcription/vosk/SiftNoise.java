package io.aftercall.transcription.vosk;

import java.util.List;
import java.util.Set;

/**
 * Tells noise that Vosk took for words from speech. It gives noise a short word stretched over seconds ("him", however
 * sure it says it is), or a lone filler that it is not sure of; people's words are quick, and their short answers clear.
 */
final class SiftNoise {

    private static final long LONGEST_WORD_MS = 2_000;
    private static final long SLOWEST_LONE_WORD_MS = 500;
    private static final long SLOWEST_LONE_LETTER_MS = 200;
    private static final double SURE = 0.7;
    private static final Set<String> FILLERS =
            Set.of("a", "ah", "eh", "er", "hm", "hmm", "huh", "mm", "the", "uh", "um");

    private SiftNoise() {}

    /** The phrases people said, cut at their pauses. */
    static List<List<Word>> phrases(List<Word> heard) {
        List<Word> quickEnough = heard.stream()
                .filter(word -> word.lengthMs() <= LONGEST_WORD_MS)
                .toList();
        return CutAtPauses.cut(quickEnough).stream()
                .filter(phrase -> phrase.size() > 1 || !isNoise(phrase.get(0)))
                .toList();
    }

    private static boolean isNoise(Word alone) {
        long slowest =
                SLOWEST_LONE_WORD_MS + SLOWEST_LONE_LETTER_MS * alone.text().length();
        return alone.lengthMs() > slowest || FILLERS.contains(alone.text()) && alone.confidence() < SURE;
    }
}
