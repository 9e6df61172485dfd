package io.aftercall.summary.builtin;

import io.aftercall.summary.wording.PhraseBook;
import io.aftercall.summary.wording.PhraseBook.Occurrence;
import io.aftercall.summary.wording.Word;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Phrases that tell how the words next to them are meant. Found as they are written here, in whole words. */
enum Cue {
    /** What follows is not the case. A plain "no" is not among them: "no heating" is a heating problem. */
    DENIES("""
            not, isn't, wasn't, aren't, don't need, do not need, doesn't need, didn't need, don't want, do not want,
            not looking for, instead of, rather than, nothing to do with, used to live in, used to be in,
            moved from, moved out of, moved away from, לא צריך, לא צריכה, לא רוצה, במקום
            """),
    /** The verb before "not" makes it a fault and no denial: "the furnace is not heating". */
    NEGATED_VERB("""
            is, are, was, were, does, did, keeps
            """),
    /** What follows is a person, even if a city has the same name. */
    NAMES_A_PERSON("""
            my name is, my name's, name is, this is, i'm, i am, mr, mister, mrs, ms, miss, dr, speak to, speak with,
            speaking to, speaking with, talk to, ask for, call me, hi, hey, hello, thanks, thank you, dear, שמי,
            קוראים לי, מדבר, מדברת
            """),
    /** What precedes is a person or a street, likewise. */
    MAKES_IT_A_NAME("""
            street, avenue, road, boulevard, drive, lane, court, highway, parkway, speaking
            """),
    /** Something said earlier was a slip. */
    CORRECTS("""
            i meant, we meant, meant to say, should have said, correction, scratch that, make that, my mistake,
            i misspoke, התכוונתי, טעות שלי, תיקון
            """),
    /** Likewise, unless it is something else being added. */
    MAY_CORRECT("""
            actually, sorry, wait, i mean, rather, בעצם, סליחה, רגע
            """),
    /** The answer to a question that got it wrong. */
    SAYS_NO("""
            no, nope, nah, לא
            """),
    /** Something is added, nothing corrected. */
    ADDS("""
            also, too, as well, another, גם
            """),
    /** Where the work is to be done. */
    PLACES_WORK("""
            located in, address is, address in, house in, house is in, home in, home is in, apartment in,
            apartment is in, place in, place is in, property in, property is in, office in, office is in, shop in,
            store in, building in, come to, it's in, it is in, הבית, הדירה
            """),
    /** Where somebody is, which is most often the same. */
    PLACES_PEOPLE("""
            live in, lives in, living in, based in, here in, i'm in, i am in, we're in, we are in, גר, גרה, גרים
            """),
    /** Where the work is not. */
    PLACES_ELSEWHERE("""
            calling from, call from, born in, visiting, on vacation in, flight to, work in
            """),
    /** The next to speak says where. */
    ASKS_WHERE("""
            city, where, address, located, location, town, area, zip code, איפה, עיר, כתובת
            """),
    /** What follows is what the call is about. */
    NEEDS("""
            need, needs, needed, looking for, want, would like, calling about, problem with, trouble with,
            issue with, broken, fix, repair, צריך, צריכה, צריכים, בעיה
            """),
    /** Nothing that is said on this call is about the business. */
    WRONG_NUMBER("""
            have the wrong number, got the wrong number, dialed the wrong number, called the wrong number,
            must be the wrong number, sorry wrong number, it's the wrong number, have a wrong number, טעות במספר,
            מספר לא נכון
            """);

    private static final Set<String> FILLERS =
            Set.of("a", "an", "the", "in", "at", "from", "to", "for", "of", "any", "my", "your", "our", "another");

    private final PhraseBook<Cue> phrases = PhraseBook.literal();

    Cue(String phrases) {
        this.phrases.addAll(phrases, this);
    }

    List<Occurrence<Cue>> in(List<Word> words) {
        return phrases.find(words);
    }

    boolean isSaidIn(Passage passage) {
        return !in(passage.words()).isEmpty();
    }

    boolean isSaidIn(Collection<Passage> passages) {
        return passages.stream().anyMatch(this::isSaidIn);
    }

    /** Whether it ends no more than {@code reach} words before the mention. */
    boolean precedes(Mention mention, int reach) {
        return in(mention.words()).stream()
                .anyMatch(cue -> cue.to() <= mention.from() && mention.from() - cue.to() <= reach);
    }

    /** Whether the mention follows it at once. */
    boolean isRightBefore(Mention mention) {
        return precedes(mention, 0);
    }

    /** Likewise, but for articles and prepositions. */
    boolean leadsTo(Mention mention) {
        return precedes(mention, mention.from() - startWithFillers(mention));
    }

    /** Whether it follows the mention at once. */
    boolean isRightAfter(Mention mention) {
        return in(mention.words()).stream().anyMatch(cue -> cue.from() == mention.to());
    }

    boolean endsAt(List<Word> words, int at) {
        return in(words).stream().anyMatch(cue -> cue.to() == at);
    }

    boolean startsWith(Passage passage) {
        return in(passage.words()).stream().anyMatch(cue -> cue.from() == 0);
    }

    /** Where the mention starts if the articles and prepositions before it belong to it. */
    static int startWithFillers(Mention mention) {
        int start = mention.from();
        while (start > 0 && FILLERS.contains(mention.words().get(start - 1).text())) {
            start--;
        }
        return start;
    }
}
