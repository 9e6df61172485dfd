package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import java.util.List;
import java.util.Map;

/** Says how much one mention is worth as a witness for its value, from 0 to 1. */
final class WeighMention {

    private static final Map<Speaker, Double> WORD_OF =
            Map.of(Speaker.CUSTOMER, 0.7, Speaker.UNKNOWN, 0.6, Speaker.AGENT, 0.5);
    private static final double SYNONYM = 0.9;
    private static final double TO_THE_POINT = 1.2;
    private static final double NEAR_THE_POINT = 1.1;
    private static final double BESIDE_THE_POINT = 0.6;
    private static final double TAKEN_BACK = 0.1;
    private static final double MOST = 0.85;
    /** Words between "I need" and what is needed, or between "the house is in" and where it is. */
    private static final int REACH = 4;
    /** More values than this in one breath are a list of what there is, and not what is wanted. */
    private static final int FEW = 2;

    private final Conversation conversation;
    private final List<Mention> mentions;

    WeighMention(Conversation conversation, List<Mention> mentions) {
        this.conversation = conversation;
        this.mentions = mentions;
    }

    double weight(Mention mention, boolean takenBack) {
        double weight = WORD_OF.get(mention.speaker()) * heard(mention.passage());
        if (!mention.ownName()) {
            weight *= SYNONYM;
        }
        weight *= mention.isCity() ? asPlace(mention) : asNeed(mention);
        if (takenBack) {
            weight *= TAKEN_BACK;
        }
        return Math.min(MOST, weight / crowd(mention));
    }

    private double asPlace(Mention mention) {
        if (Cue.PLACES_ELSEWHERE.precedes(mention, REACH)) {
            return BESIDE_THE_POINT;
        }
        if (Cue.PLACES_WORK.precedes(mention, REACH)
                || Cue.ASKS_WHERE.isSaidIn(conversation.before(mention.passage()))) {
            return TO_THE_POINT;
        }
        return Cue.PLACES_PEOPLE.precedes(mention, REACH) ? NEAR_THE_POINT : 1;
    }

    private static double asNeed(Mention mention) {
        return Cue.NEEDS.precedes(mention, REACH) ? TO_THE_POINT : 1;
    }

    /** A speech engine that doubts its words halves their worth at most. */
    private static double heard(Passage passage) {
        return 0.5 + passage.confidence() / 2;
    }

    private long crowd(Mention mention) {
        long values = mentions.stream()
                .filter(other -> other.passage() == mention.passage())
                .map(Mention::value)
                .distinct()
                .count();
        return values > FEW ? values : 1;
    }
}
