package io.aftercall.summary.builtin;

import io.aftercall.summary.wording.PhraseBook.Occurrence;
import java.util.ArrayList;
import java.util.List;

/** Finds a vocabulary's terms where they are meant: not as a person's or a street's name, nor in the business's own. */
final class FindMentions {

    private FindMentions() {}

    static Mentions of(Vocabulary vocabulary, Conversation conversation) {
        List<Mention> meant = new ArrayList<>();
        List<Mention> denied = new ArrayList<>();
        for (Passage passage : conversation.passages()) {
            List<Mention> mentions = distinct(vocabulary, passage);
            mentions.stream()
                    .filter(mention -> !isInBusinessName(vocabulary, mention))
                    .filter(mention -> !(mention.isCity() && isName(mention)))
                    .forEach(mention -> (isDenied(mention, mentions) ? denied : meant).add(mention));
        }
        return new Mentions(meant, denied);
    }

    /** A name and its synonym may be the same word in two inflections; the name was added first and is kept. */
    private static List<Mention> distinct(Vocabulary vocabulary, Passage passage) {
        List<Mention> mentions = new ArrayList<>();
        for (Occurrence<Vocabulary.Entry> found : vocabulary.phrases().find(passage.words())) {
            Mention mention = Mention.of(vocabulary.field(), passage, found);
            boolean known = mentions.stream()
                    .anyMatch(other ->
                            other.from() == mention.from() && other.value().equals(mention.value()));
            if (!known) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private static boolean isInBusinessName(Vocabulary vocabulary, Mention mention) {
        return vocabulary.businessName().find(mention.words()).stream()
                .anyMatch(name -> name.from() <= mention.from() && mention.to() <= name.to());
    }

    private static boolean isDenied(Mention mention, List<Mention> inPassage) {
        if (!Cue.DENIES.leadsTo(mention)) {
            return false;
        }
        int not = Cue.startWithFillers(mention) - 1;
        boolean isFault = not == mention.from() - 1 && Cue.NEGATED_VERB.endsAt(mention.words(), not);
        boolean hasOther = inPassage.stream().anyMatch(other -> !other.value().equals(mention.value()));
        return mention.isCity() || hasOther || !isFault;
    }

    private static boolean isName(Mention mention) {
        return Cue.NAMES_A_PERSON.isRightBefore(mention) || Cue.MAKES_IT_A_NAME.isRightAfter(mention);
    }
}
