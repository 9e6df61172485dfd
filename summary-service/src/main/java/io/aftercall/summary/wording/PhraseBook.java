package io.aftercall.summary.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Phrases of one or more whole words, each standing for something, and where they occur among other words.
 *
 * <p>Phrases are compared with their words run together, so "air conditioning", "air-conditioning" and "airconditioning"
 * are one, as are "A/C" and "a c". Where phrases overlap, the leftmost is taken, and of these the longest.
 */
public final class PhraseBook<T> {

    private final TreeMap<String, Set<T>> phrases = new TreeMap<>();
    private final Function<Word, String> key;
    private final Function<Word, List<String>> keys;
    private int longest;

    private PhraseBook(Function<Word, String> key, Function<Word, List<String>> keys) {
        this.key = key;
        this.keys = keys;
    }

    /** Phrases found in any inflection. */
    public static <T> PhraseBook<T> inflected() {
        return new PhraseBook<>(Word::stem, Word::stems);
    }

    /** Phrases found only as they are written here. */
    public static <T> PhraseBook<T> literal() {
        return new PhraseBook<>(Word::text, Word::texts);
    }

    /** Adds a phrase; one that holds no word is left out. A phrase may stand for several things. */
    public PhraseBook<T> add(String phrase, T meaning) {
        List<Word> words = Words.in(phrase);
        if (!words.isEmpty()) {
            String joined = words.stream().map(key).reduce("", String::concat);
            phrases.computeIfAbsent(joined, unused -> new LinkedHashSet<>()).add(meaning);
            // One more than it has, for a compound that is written apart.
            longest = Math.max(longest, words.size() + 1);
        }
        return this;
    }

    /** Adds every phrase of a list separated by commas. */
    public PhraseBook<T> addAll(String list, T meaning) {
        List.of(list.split(",")).forEach(phrase -> add(phrase, meaning));
        return this;
    }

    /** Every occurrence, in order; one for each thing that its phrase stands for, in the order they were added. */
    public List<Occurrence<T>> find(List<Word> words) {
        List<Occurrence<T>> found = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            Match match = longestMatch(words, from, from, "");
            if (match == null) {
                from++;
            } else {
                for (T meaning : phrases.get(match.phrase())) {
                    found.add(new Occurrence<>(meaning, from, match.to()));
                }
                from = match.to();
            }
        }
        return found;
    }

    private Match longestMatch(List<Word> words, int from, int at, String before) {
        if (at == words.size() || at - from == longest) {
            return null;
        }
        Match best = null;
        for (String form : keys.apply(words.get(at))) {
            String joined = before + form;
            String next = phrases.ceilingKey(joined);
            if (next == null || !next.startsWith(joined)) {
                continue;
            }
            Match longer = longestMatch(words, from, at + 1, joined);
            Match match = longer == null && next.equals(joined) ? new Match(joined, at + 1) : longer;
            if (match != null && (best == null || match.to() > best.to())) {
                best = match;
            }
        }
        return best;
    }

    private record Match(String phrase, int to) {}

    /**
     * A phrase among words.
     *
     * @param meaning what it stands for
     * @param from its first word
     * @param to the word after its last
     */
    public record Occurrence<T>(T meaning, int from, int to) {}
}
