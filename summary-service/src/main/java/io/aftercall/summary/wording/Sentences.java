package io.aftercall.summary.wording;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as sentences. A text without punctuation, as a speech engine may write it, is one sentence. */
public final class Sentences {

    private Sentences() {}

    /** The sentences of a text, trimmed, in order. */
    public static List<String> in(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator borders = borders(text);
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; start = end, end = borders.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    /** The sentence of {@code text} that holds the character at {@code offset}, trimmed. */
    public static String around(String text, int offset) {
        BreakIterator borders = borders(text);
        int end = borders.following(offset);
        return text.substring(borders.previous(), end).strip();
    }

    /** The whole text if it is no longer than {@code limit}, else its sentences, cut between words where they are. */
    public static List<String> pieces(String text, int limit) {
        if (text.length() <= limit) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        for (String sentence : in(text)) {
            String rest = sentence;
            while (rest.length() > limit) {
                int space = rest.lastIndexOf(' ', limit);
                int cut = space > 0 ? space : limit;
                pieces.add(rest.substring(0, cut).strip());
                rest = rest.substring(cut).strip();
            }
            if (!rest.isEmpty()) {
                pieces.add(rest);
            }
        }
        return pieces;
    }

    private static BreakIterator borders(String text) {
        BreakIterator borders = BreakIterator.getSentenceInstance(Locale.ROOT);
        borders.setText(text);
        return borders;
    }
}
