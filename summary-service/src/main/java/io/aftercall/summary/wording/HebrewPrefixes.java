package io.aftercall.summary.wording;

import java.util.ArrayList;
import java.util.List;

/** Hebrew writes "in", "to", "from", "and", "the" onto the next word; no Lucene analyzer takes them off. */
final class HebrewPrefixes {

    private static final String LETTERS = "משהוכלב";
    private static final int MOST = 3;
    private static final int SHORTEST_REST = 2;

    private HebrewPrefixes() {}

    /** The word itself, then without one, two and three prefix letters, as long as a word is left. */
    static List<String> withAndWithout(String word) {
        List<String> forms = new ArrayList<>(List.of(word));
        int most = Math.min(MOST, word.length() - SHORTEST_REST);
        for (int cut = 1; cut <= most && LETTERS.indexOf(word.charAt(cut - 1)) >= 0; cut++) {
            forms.add(word.substring(cut));
        }
        return forms;
    }
}
