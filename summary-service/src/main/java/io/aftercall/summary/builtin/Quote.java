package io.aftercall.summary.builtin;

import io.aftercall.summary.wording.Sentences;
import io.aftercall.summary.wording.Word;
import java.util.List;

/** The words around a mention, exactly as they are in the transcript. */
final class Quote {

    private static final int LONGEST = 160;
    private static final int WORDS_EACH_SIDE = 8;

    private Quote() {}

    static String of(Mention mention) {
        String text = mention.passage().text();
        String sentence = Sentences.around(text, mention.startOffset());
        // Not so where a full stop within the term ("St. Louis") looks like the end of a sentence.
        boolean holdsAll = sentence.contains(text.substring(mention.startOffset(), mention.endOffset()));
        return holdsAll && sentence.length() <= LONGEST ? sentence : window(mention);
    }

    private static String window(Mention mention) {
        List<Word> words = mention.words();
        int first = Math.max(0, mention.from() - WORDS_EACH_SIDE);
        int last = Math.min(words.size(), mention.to() + WORDS_EACH_SIDE) - 1;
        return mention.passage()
                .text()
                .substring(words.get(first).start(), words.get(last).end());
    }
}
