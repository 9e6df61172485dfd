package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the mentions that somebody denied or corrected later: "no, I meant Boston" takes Chicago back, wherever it was
 * said before. An agent corrects agents only; what a customer said stands until the customer takes it back.
 */
final class TakenBack {

    /** Words between "I meant" and what was meant. */
    private static final int REACH = 8;

    private final Conversation conversation;
    private final List<Mention> mentions;
    private final Set<Mention> takenBack = new HashSet<>();

    private TakenBack(Conversation conversation, List<Mention> mentions) {
        this.conversation = conversation;
        this.mentions = mentions;
    }

    static Set<Mention> among(Conversation conversation, Mentions mentions) {
        TakenBack takenBack = new TakenBack(conversation, mentions.meant());
        mentions.denied().forEach(denial -> takenBack.takeBack(denial.value(), denial));
        for (Mention mention : mentions.meant()) {
            takenBack.slip(mention).ifPresent(slip -> takenBack.takeBack(slip.value(), mention));
        }
        return takenBack.takenBack;
    }

    private void takeBack(String value, Mention later) {
        mentions.stream()
                .filter(mention -> mention.value().equals(value))
                .filter(mention -> mayTakeBack(later, mention))
                .forEach(takenBack::add);
    }

    /** The last other value named before a correction; empty if {@code mention} corrects nothing. */
    private Optional<Mention> slip(Mention mention) {
        boolean anyTime = Cue.CORRECTS.precedes(mention, REACH) || (mention.isCity() && mayCorrect(mention));
        if (!anyTime && !mayCorrect(mention) && !saysNo(mention)) {
            return Optional.empty();
        }
        return mentions.stream()
                .filter(earlier -> mayTakeBack(mention, earlier))
                .filter(earlier -> anyTime || isWhatWasJustSaid(mention.passage(), earlier.passage()))
                .max(Comparator.<Mention>comparingInt(
                                earlier -> earlier.passage().index())
                        .thenComparingInt(Mention::from))
                .filter(earlier -> !earlier.value().equals(mention.value()));
    }

    private static boolean mayCorrect(Mention mention) {
        return Cue.MAY_CORRECT.precedes(mention, REACH) && !Cue.ADDS.isSaidIn(mention.passage());
    }

    private static boolean saysNo(Mention mention) {
        return Cue.SAYS_NO.isRightBefore(mention)
                || (Cue.SAYS_NO.startsWith(mention.passage()) && Cue.SAYS_NO.precedes(mention, REACH));
    }

    private static boolean mayTakeBack(Mention correction, Mention earlier) {
        return earlier.before(correction)
                && (correction.speaker() != Speaker.AGENT || earlier.speaker() == Speaker.AGENT);
    }

    /** The same passage, or what the other side said before it. */
    private boolean isWhatWasJustSaid(Passage now, Passage earlier) {
        return now.equals(earlier) || conversation.before(now).contains(earlier);
    }
}
