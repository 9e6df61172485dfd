package io.aftercall.summary.engine;

import io.aftercall.events.Utterance;
import io.aftercall.summary.wording.Word;
import io.aftercall.summary.wording.Words;
import java.util.stream.Collectors;

/** Tells whether a quotation really was said: word by word and in order, whatever its case and punctuation. */
public final class Evidence {

    private final String said;

    public Evidence(Transcript transcript) {
        said = normalise(transcript.utterances().stream().map(Utterance::text).collect(Collectors.joining("\n")));
    }

    /** Whether the transcript holds these words, next to each other; a quotation without any word proves nothing. */
    public boolean holds(String quotation) {
        String words = normalise(quotation);
        return !words.isBlank() && said.contains(words);
    }

    /** A space around every word, so that only whole words are found. */
    private static String normalise(String text) {
        return Words.in(text).stream().map(Word::text).collect(Collectors.joining(" ", " ", " "));
    }
}
