package io.aftercall.summary.builtin;

import io.aftercall.summary.wording.PhraseBook;
import io.aftercall.summary.wording.PhraseBook.Occurrence;
import io.aftercall.summary.wording.Sentences;
import io.aftercall.summary.wording.Word;
import io.aftercall.summary.wording.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what somebody promised to do ("we can send a plumber") or asked for ("please call me"). Rather none than a
 * wrong one: a sentence counts only if the promise and the deed stand together, and it is quoted, not phrased anew.
 */
final class FindActionItems {

    private static final int MOST = 5;
    /** Words before the promise that may still belong to it. */
    private static final int LONGEST_RUN_UP = 12;

    private enum Part {
        PROMISE,
        REQUEST,
        DEED,
        DEED_TO_SOMETHING,
        COMPLETE
    }

    /** Those of whom "will" and "can" are a promise. "It will come back" is none. */
    private static final String WHO = "i we he she they someone somebody technician electrician plumber painter roofer"
            + " cleaner locksmith crew team colleague manager driver engineer contractor";

    private static final PhraseBook<Part> PHRASES = PhraseBook.<Part>literal();

    static {
        PHRASES.addAll("""
                i'll, we'll, he'll, she'll, they'll, i'm going to, i am going to, we're going to, we are going to,
                let me, i'll have someone, we'll have someone, i will have someone, we will have someone,
                i can have someone, we can have someone
                """, Part.PROMISE);
        for (String who : WHO.split(" ")) {
            PHRASES.add(who + " will", Part.PROMISE).add(who + " can", Part.PROMISE);
        }
        PHRASES.addAll("""
                please, could you please, can you please, would you please
                """, Part.REQUEST);
        PHRASES.addAll("""
                call, call back, ring, phone, come, come by, come over, come out, be there, be over, be with you,
                get back to, follow up, stop by, drop by, visit, arrive, let you know
                """, Part.DEED);
        PHRASES.addAll("""
                send, send out, bring, book, schedule, arrange, order, ship, deliver, email, text, fix, repair,
                replace, refund, check, look into, prepare, transfer, cancel
                """, Part.DEED_TO_SOMETHING);
        PHRASES.addAll("""
                call me, call me back, call us back, give me a call, give us a call, get back to me, let me know,
                נשלח, אשלח, נתקשר, אתקשר, נחזור אליך, אחזור אליך, נחזור אלייך, אחזור אלייך, נגיע, אגיע, תתקשרו אליי,
                תתקשרו אלי, תחזרו אליי, תחזרו אלי, תחזור אליי, תתקשר אליי
                """, Part.COMPLETE);
    }

    private static final Set<String> NOT_ASKED = Set.of("don't", "not", "never", "didn't", "to", "you", "if", "would");

    private FindActionItems() {}

    /** At most five, as they were said, each once. */
    static List<String> in(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> Sentences.in(passage.text()).stream())
                .flatMap(sentence -> actionItem(sentence).stream())
                .map(WriteSummary::asSentence)
                .distinct()
                .limit(MOST)
                .toList();
    }

    static boolean isIn(Passage passage) {
        return Sentences.in(passage.text()).stream()
                .anyMatch(sentence -> actionItem(sentence).isPresent());
    }

    private static Optional<String> actionItem(String sentence) {
        List<Word> words = Words.in(sentence);
        List<Occurrence<Part>> parts = PHRASES.find(words);
        for (int index = 0; index < parts.size(); index++) {
            if (index > 0 && isDeedAfterPromise(words, parts.get(index - 1), parts.get(index))) {
                return Optional.of(quote(sentence, words, parts.get(index - 1)));
            }
            if (parts.get(index).meaning() == Part.COMPLETE && isAsked(words, parts.get(index))) {
                return Optional.of(quote(sentence, words, parts.get(index)));
            }
        }
        return Optional.empty();
    }

    /** A speech engine that knows no full stops may have put a whole voicemail before "please call me back". */
    private static String quote(String sentence, List<Word> words, Occurrence<Part> first) {
        return first.from() > LONGEST_RUN_UP
                ? sentence.substring(words.get(first.from()).start())
                : sentence;
    }

    /** "I told you to call me" and "you didn't call me" ask for nothing. */
    private static boolean isAsked(List<Word> words, Occurrence<Part> asked) {
        return asked.from() == 0
                || !NOT_ASKED.contains(words.get(asked.from() - 1).text());
    }

    private static boolean isDeedAfterPromise(List<Word> words, Occurrence<Part> promise, Occurrence<Part> deed) {
        boolean promised = promise.meaning() == Part.PROMISE || promise.meaning() == Part.REQUEST;
        if (!promised || promise.to() != deed.from()) {
            return false;
        }
        return deed.meaning() == Part.DEED
                || deed.meaning() == Part.COMPLETE
                || (deed.meaning() == Part.DEED_TO_SOMETHING && namesSomething(words, deed));
    }

    /** "We will send you and have a good day" is a misheard "thank you". */
    private static boolean namesSomething(List<Word> words, Occurrence<Part> deed) {
        return words.subList(deed.to(), words.size()).stream().anyMatch(ContentWords::saysSomething);
    }
}
