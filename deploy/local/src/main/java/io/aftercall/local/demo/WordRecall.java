package io.aftercall.local.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many of the spoken words a transcript holds: words in any order, each spoken one found at most once.
 *
 * @param spoken how many words were said
 * @param found how many of them the transcript holds
 */
public record WordRecall(int spoken, int found) {

    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** Compares what was said with what was heard; letter case, punctuation and spelling (9, I'm) do not matter. */
    public static WordRecall of(String said, String heard) {
        Map<String, Integer> available = new HashMap<>();
        words(heard).forEach(word -> available.merge(word, 1, Integer::sum));
        List<String> spoken = words(said);
        int found = 0;
        for (String word : spoken) {
            if (available.merge(word, -1, Integer::sum) >= 0) {
                found++;
            }
        }
        return new WordRecall(spoken.size(), found);
    }

    /** The recall of both together, as of two speakers. */
    public WordRecall plus(WordRecall other) {
        return new WordRecall(spoken + other.spoken, found + other.found);
    }

    /** The share of the spoken words that was found, in whole percent, rounded down; 100 if nothing was said. */
    public int percent() {
        return spoken == 0 ? 100 : found * 100 / spoken;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Arrays.stream(spelledOut(text.toLowerCase(Locale.ROOT)).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(WordRecall::spelled)
                .forEach(words::add);
        return words;
    }

    /** What somebody says as "I am" may be heard as "I'm": the same words. */
    private static String spelledOut(String text) {
        return text.replace('\u2019', '\'')
                .replace("can't", "can not")
                .replace("won't", "will not")
                .replace("n't", " not")
                .replace("'m", " am")
                .replace("'re", " are")
                .replace("'ve", " have")
                .replace("'ll", " will")
                .replace("'s", " is")
                .replace("'d", " would");
    }

    private static String spelled(String word) {
        return word.matches("\\d|1[0-2]") ? NUMBERS.get(Integer.parseInt(word)) : word;
    }
}
