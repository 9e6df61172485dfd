package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import io.aftercall.summary.engine.Transcript;
import io.aftercall.summary.wording.Sentences;
import io.aftercall.summary.wording.Word;
import io.aftercall.summary.wording.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * An utterance, or a piece of one that is too long to be quoted whole.
 *
 * @param index its place in the call, from 0
 * @param speaker who said it
 * @param confidence how sure the speech engine was, 0 to 1; 1 where it does not say
 * @param text what was said
 * @param words the same as words
 */
record Passage(int index, Speaker speaker, double confidence, String text, List<Word> words) {

    /** About twenty seconds of speech. */
    private static final int LONGEST = 300;

    static List<Passage> allOf(Transcript transcript) {
        List<Passage> passages = new ArrayList<>();
        for (Utterance said : transcript.utterances()) {
            double confidence = said.confidence() == null ? 1 : Math.max(0, Math.min(1, said.confidence()));
            for (String piece : Sentences.pieces(said.text().strip(), LONGEST)) {
                passages.add(new Passage(passages.size(), said.speaker(), confidence, piece, Words.in(piece)));
            }
        }
        return passages;
    }
}
