package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Picks the passages that say most, in the order they were said: why the customer calls, where the values that were
 * found are spoken of, what is promised, and for the rest the words that this call is about. What was picked already
 * makes a repetition of it count less.
 */
final class PickPassages {

    private static final int MOST = 5;
    /** Content words that a passage needs to be worth quoting. */
    private static final int FEWEST_WORDS = 2;
    /** Content words from which what a customer says can be the reason for the call. */
    private static final int REASON_WORDS = 3;
    /** Content words from which a passage counts as a full sentence. */
    private static final int FULL_SENTENCE = 6;

    private static final double REASON = 3;
    private static final double PROMISE = 2;
    private static final double WORDS = 2;
    private static final double VALUE_OF_CUSTOMER = 1.5;
    private static final double VALUE_OF_OTHERS = 0.8;
    private static final double OPENING = 0.2;
    private static final double SAID_ALREADY = 0.3;

    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private int promises;

    private PickPassages() {}

    /** @param mentions of the values that were found, and of no others */
    static List<Passage> from(Conversation conversation, List<Mention> mentions, String businessName) {
        return new PickPassages().pick(conversation.passages(), mentions, new ContentWords(businessName));
    }

    private List<Passage> pick(List<Passage> passages, List<Mention> mentions, ContentWords contentWords) {
        List<Candidate> candidates = candidates(passages, mentions, contentWords);
        weigh(candidates);
        candidates.removeIf(candidate -> candidate.stems().size() < FEWEST_WORDS);
        return candidates.isEmpty() ? List.of(longest(passages)) : best(candidates);
    }

    /** What is said more often weighs more, up to 1, but far less than in proportion. */
    private void weigh(List<Candidate> candidates) {
        candidates.stream()
                .flatMap(candidate -> candidate.stems().stream())
                .forEach(stem -> weights.merge(stem, 1.0, Double::sum));
        double most = weights.values().stream().max(Double::compare).orElse(1.0);
        weights.replaceAll((stem, count) -> Math.log1p(count) / Math.log1p(most));
    }

    private List<Passage> best(List<Candidate> left) {
        int most = Math.min(MOST, 1 + left.size() / 2);
        List<Passage> picked = new ArrayList<>();
        while (picked.size() < most && !left.isEmpty()) {
            Candidate best =
                    left.stream().max(Comparator.comparingDouble(this::score)).orElseThrow();
            left.remove(best);
            picked.add(best.passage());
            said.addAll(best.stems());
            said.addAll(best.values());
            promises += best.isPromise() ? 1 : 0;
        }
        picked.sort(Comparator.comparingInt(Passage::index));
        return picked;
    }

    private double score(Candidate candidate) {
        double fullness = Math.min(1.0, (double) candidate.stems().size() / FULL_SENTENCE);
        double words = candidate.stems().stream()
                .mapToDouble(stem -> weights.get(stem) * novelty(stem))
                .average()
                .orElse(0);
        double values = candidate.values().stream().mapToDouble(this::novelty).sum();
        double ofWhom = candidate.passage().speaker() == Speaker.AGENT ? VALUE_OF_OTHERS : VALUE_OF_CUSTOMER;
        double promise = candidate.isPromise() ? PROMISE / (1 + promises) : 0;
        return WORDS * words * fullness + ofWhom * values + promise + candidate.standing();
    }

    private double novelty(String what) {
        return said.contains(what) ? SAID_ALREADY : 1;
    }

    private static Passage longest(List<Passage> passages) {
        return passages.stream()
                .max(Comparator.comparingInt(passage -> passage.text().length()))
                .orElseThrow();
    }

    private static List<Candidate> candidates(
            List<Passage> passages, List<Mention> mentions, ContentWords contentWords) {
        Map<Passage, Set<String>> values = mentions.stream()
                .collect(Collectors.groupingBy(
                        Mention::passage, Collectors.mapping(Mention::value, Collectors.toSet())));
        List<Candidate> candidates = new ArrayList<>();
        boolean reasonGiven = false;
        for (Passage passage : passages) {
            Set<String> stems = contentWords.of(passage.words());
            boolean isReason = !reasonGiven && passage.speaker() != Speaker.AGENT && stems.size() >= REASON_WORDS;
            reasonGiven |= isReason;
            double opening = passage.index() < passages.size() / 4 ? OPENING : 0;
            candidates.add(new Candidate(
                    passage,
                    stems,
                    values.getOrDefault(passage, Set.of()),
                    FindActionItems.isIn(passage),
                    isReason ? REASON : opening));
        }
        return candidates;
    }

    /**
     * A passage to pick or not.
     *
     * @param stems what its words say
     * @param values found values that it speaks of
     * @param isPromise whether somebody commits to something in it
     * @param standing what its place in the call is worth
     */
    private record Candidate(
            Passage passage, Set<String> stems, Set<String> values, boolean isPromise, double standing) {}
}
