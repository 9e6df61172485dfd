package io.aftercall.summary.builtin;

import io.aftercall.events.ExtractedField;
import io.aftercall.events.Speaker;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses a field's value among its mentions. Each speaker is one witness for a value, worth their best mention and a
 * little more for every repetition; a value that several speakers name is surer than one that only one of them does,
 * and a rival makes it less sure.
 */
final class ChooseValue {

    private static final double SUREST = 0.95;
    /** Less is a guess: one of many values in a list, or nothing but what was taken back. */
    private static final double LEAST_SURE = 0.2;

    private static final double REPEATED = 0.05;
    private static final Map<Speaker, Double> MOST_OF =
            Map.of(Speaker.CUSTOMER, 0.85, Speaker.UNKNOWN, 0.8, Speaker.AGENT, 0.6);

    private ChooseValue() {}

    static Optional<ExtractedField> among(Conversation conversation, Mentions mentions) {
        Set<Mention> takenBack = TakenBack.among(conversation, mentions);
        WeighMention scales = new WeighMention(conversation, mentions.meant());
        Map<String, List<Witness>> byValue = mentions.meant().stream()
                .map(mention -> new Witness(mention, scales.weight(mention, takenBack.contains(mention))))
                .collect(Collectors.groupingBy(
                        witness -> witness.mention().value(), LinkedHashMap::new, Collectors.toList()));
        // In the order of their first mention, which decides between equals.
        List<Candidate> candidates =
                byValue.values().stream().map(ChooseValue::candidate).toList();
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::belief)
                        .thenComparing(candidates::indexOf, Comparator.reverseOrder()))
                .map(best -> field(best, candidates))
                .filter(field -> field.confidence() >= LEAST_SURE);
    }

    private static Candidate candidate(List<Witness> witnesses) {
        Map<Speaker, List<Witness>> bySpeaker = witnesses.stream()
                .collect(Collectors.groupingBy(witness -> witness.mention().speaker()));
        double doubt = 1;
        for (Map.Entry<Speaker, List<Witness>> speaker : bySpeaker.entrySet()) {
            doubt *= 1 - word(speaker.getKey(), speaker.getValue());
        }
        Witness best = witnesses.stream()
                .max(Comparator.comparingDouble(Witness::weight))
                .orElseThrow();
        return new Candidate(best.mention(), 1 - doubt);
    }

    private static double word(Speaker speaker, Collection<Witness> witnesses) {
        double best = witnesses.stream().mapToDouble(Witness::weight).max().orElseThrow();
        return Math.min(Math.max(best, MOST_OF.get(speaker)), best + best * REPEATED * (witnesses.size() - 1));
    }

    private static ExtractedField field(Candidate best, List<Candidate> all) {
        double rival = all.stream()
                .filter(candidate -> candidate != best)
                .mapToDouble(Candidate::belief)
                .max()
                .orElse(0);
        double confidence = Math.min(SUREST, best.belief()) * best.belief() / (best.belief() + rival);
        return new ExtractedField(best.mention().value(), rounded(confidence), Quote.of(best.mention()));
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }

    private record Witness(Mention mention, double weight) {}

    /** A value by its best mention, and how much the witnesses for it are to be believed. */
    private record Candidate(Mention mention, double belief) {}
}
