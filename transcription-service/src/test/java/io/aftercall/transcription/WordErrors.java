package io.aftercall.transcription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How what was heard differs from what was spoken, punctuation and case aside.
 *
 * @param spoken words spoken
 * @param found of these, how many were heard in their place
 * @param errors words wrong, missing or added
 */
public record WordErrors(int spoken, int found, int errors) {

    /** Compares by the fewest changes that make one the other. */
    public static WordErrors between(String spoken, String heard) {
        List<String> wanted = words(spoken);
        List<String> got = words(heard);
        // Per prefix of what was heard: {fewest errors, most words found with so few}.
        int[][] row = new int[got.size() + 1][];
        for (int j = 0; j <= got.size(); j++) {
            row[j] = new int[] {j, 0};
        }
        for (String word : wanted) {
            int[][] next = new int[got.size() + 1][];
            next[0] = new int[] {row[0][0] + 1, 0};
            for (int j = 1; j <= got.size(); j++) {
                boolean same = word.equals(got.get(j - 1));
                int[] paired = {row[j - 1][0] + (same ? 0 : 1), row[j - 1][1] + (same ? 1 : 0)};
                next[j] = better(paired, better(plusOne(row[j]), plusOne(next[j - 1])));
            }
            row = next;
        }
        int[] whole = row[got.size()];
        return new WordErrors(wanted.size(), whole[1], whole[0]);
    }

    /** Both together. */
    public WordErrors plus(WordErrors other) {
        return new WordErrors(spoken + other.spoken, found + other.found, errors + other.errors);
    }

    /** Errors per spoken word. */
    public double rate() {
        return (double) errors / spoken;
    }

    /** The part of the spoken words that was heard. */
    public double recall() {
        return (double) found / spoken;
    }

    private static int[] plusOne(int[] cost) {
        return new int[] {cost[0] + 1, cost[1]};
    }

    private static int[] better(int[] one, int[] other) {
        return one[0] < other[0] || one[0] == other[0] && one[1] >= other[1] ? one : other;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z' ]", " ")
                        .strip()
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
