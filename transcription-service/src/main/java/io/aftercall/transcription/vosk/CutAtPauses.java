package io.aftercall.transcription.vosk;

import java.util.ArrayList;
import java.util.List;

/** Cuts a channel's words into phrases where the speaker pauses. */
final class CutAtPauses {

    /** Longer than a breath between two sentences, shorter than the wait for the other's answer. */
    static final long PAUSE_MS = 700;

    private CutAtPauses() {}

    /** Phrases of at least one word each, in order. */
    static List<List<Word>> cut(List<Word> words) {
        List<List<Word>> phrases = new ArrayList<>();
        long end = Long.MIN_VALUE / 2;
        for (Word word : words) {
            if (word.startMs() - end > PAUSE_MS) {
                phrases.add(new ArrayList<>());
            }
            phrases.get(phrases.size() - 1).add(word);
            end = word.endMs();
        }
        return phrases;
    }
}
