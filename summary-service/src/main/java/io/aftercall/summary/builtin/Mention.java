package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import io.aftercall.summary.wording.PhraseBook.Occurrence;
import io.aftercall.summary.wording.Word;
import java.util.List;

/**
 * One of the business's terms among the words of a passage.
 *
 * @param field which field it is for
 * @param value the business's name for it
 * @param ownName whether it was called by that name, and not only by a synonym
 * @param passage where it was said
 * @param from its first word
 * @param to the word after its last
 */
record Mention(Vocabulary.Field field, String value, boolean ownName, Passage passage, int from, int to) {

    static Mention of(Vocabulary.Field field, Passage passage, Occurrence<Vocabulary.Entry> found) {
        return new Mention(
                field, found.meaning().value(), found.meaning().ownName(), passage, found.from(), found.to());
    }

    boolean isCity() {
        return field == Vocabulary.Field.CITY;
    }

    Speaker speaker() {
        return passage.speaker();
    }

    List<Word> words() {
        return passage.words();
    }

    boolean before(Mention other) {
        int byPassage = Integer.compare(passage.index(), other.passage.index());
        return byPassage < 0 || (byPassage == 0 && from < other.from);
    }

    int startOffset() {
        return words().get(from).start();
    }

    int endOffset() {
        return words().get(to - 1).end();
    }
}
