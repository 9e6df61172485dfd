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
 * Picks the passages that say most, in the order they were said: by the weight of their words, by what the business
 * cares for in them, and by where they stand. What was picked already makes a repetition of it weigh less.
 */
final class PickPassages {

    private static final int MOST = 5;
    /** Content words that a passage needs to be worth quoting. */
    private static final int FEWEST_WORDS = 2;
    /** Content words from which what a customer says can be the reason for the call. */
    private static final int REASON_WORDS = 3;

    private static final double REASON = 1.6;
    private static final double PROMISE = 1.5;
    private static final double OPENING = 1.1;
    private static final double TERM_OF_CUSTOMER = 2.0;
    private static final double TERM_OF_OTHERS = 1.2;
    private static final double SAID_ALREADY = 0.3;
    /** Between 0 (long passages win) and 1 (length does not count). */
    private static final double LENGTH = 0.5;

    private final Map<String, Double> weights = new HashMap<>();

    private PickPassages() {}

    static List<Passage> from(Conversation conversation, List<Mention> mentions, String businessName) {
        return new PickPassages().pick(conversation.passages(), mentions, new ContentWords(businessName));
    }

    private List<Passage> pick(List<Passage> passages, List<Mention> mentions, ContentWords contentWords) {
        List<Candidate> candidates = candidates(passages, mentions, contentWords);
        candidates.stream()
                .flatMap(candidate -> candidate.stems().stream())
                .forEach(stem -> weights.merge(stem, 1.0, Double::sum));
        weights.replaceAll((stem, count) -> Math.log1p(count));
        candidates.removeIf(candidate -> candidate.stems().size() < FEWEST_WORDS);
        return candidates.isEmpty() ? List.of(longest(passages)) : best(candidates);
    }

    private List<Passage> best(List<Candidate> left) {
        int most = Math.min(MOST, 1 + left.size() / 2);
        List<Passage> picked = new ArrayList<>();
        Set<String> said = new HashSet<>();
        while (picked.size() < most && !left.isEmpty()) {
            Candidate best = left.stream()
                    .max(Comparator.comparingDouble(candidate -> score(candidate, said)))
                    .orElseThrow();
            left.remove(best);
            picked.add(best.passage());
            said.addAll(best.stems());
        }
        picked.sort(Comparator.comparingInt(Passage::index));
        return picked;
    }

    private double score(Candidate candidate, Set<String> said) {
        double words = candidate.stems().stream()
                .mapToDouble(stem -> weights.get(stem) * (said.contains(stem) ? SAID_ALREADY : 1))
                .sum();
        return (words + candidate.terms()) / Math.pow(candidate.stems().size(), LENGTH) * candidate.standing();
    }

    private static Passage longest(List<Passage> passages) {
        return passages.stream()
                .max(Comparator.comparingInt(passage -> passage.text().length()))
                .orElseThrow();
    }

    private static List<Candidate> candidates(
            List<Passage> passages, List<Mention> mentions, ContentWords contentWords) {
        Map<Passage, Long> values = mentions.stream()
                .collect(Collectors.groupingBy(
                        Mention::passage,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Mention::value, Collectors.toSet()), all -> (long) all.size())));
        List<Candidate> candidates = new ArrayList<>();
        boolean reasonGiven = false;
        for (Passage passage : passages) {
            Set<String> stems = contentWords.of(passage.words());
            boolean agent = passage.speaker() == Speaker.AGENT;
            boolean isReason = !reasonGiven && !agent && stems.size() >= REASON_WORDS;
            reasonGiven |= isReason;
            double terms = values.getOrDefault(passage, 0L) * (agent ? TERM_OF_OTHERS : TERM_OF_CUSTOMER);
            candidates.add(new Candidate(passage, stems, terms, standing(passage, isReason, passages.size())));
        }
        return candidates;
    }

    private static double standing(Passage passage, boolean isReason, int passages) {
        double place = isReason ? REASON : passage.index() < passages / 4 ? OPENING : 1;
        return FindActionItems.isIn(passage) ? place * PROMISE : place;
    }

    /**
     * A passage to pick or not.
     *
     * @param stems what its words say
     * @param terms what the business's terms in it are worth
     * @param standing a factor for its place and purpose in the call
     */
    private record Candidate(Passage passage, Set<String> stems, double terms, double standing) {}
}
