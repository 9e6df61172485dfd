package io.aftercall.summary.builtin;

import io.aftercall.summary.wording.Word;
import io.aftercall.summary.wording.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Leaves the words that say something: not grammar, and not the courtesies of the telephone. */
final class ContentWords {

    private static final CharArraySet GRAMMAR = snowballStopWords();
    private static final Set<String> COURTESIES = words("""
            hello hi hey thank thanks okay ok yes yeah yep yup nope please sorry bye goodbye
            welcome good great fine nice well right sure um uh hmm oh ah day afternoon evening help
            today calling speaking will can just like know i'm we'll i'll that's it's don't there's
            let get got
            """);
    private static final Set<String> HEBREW = words("""
            של את זה זאת אני אתה אתם הוא היא אנחנו על עם גם לא כן יש אין מה איך אז כי אם או
            שלום תודה רבה בבקשה טוב בסדר היי הלו להתראות ביי
            """);

    private final Set<String> businessName;

    ContentWords(String businessName) {
        this.businessName = Words.in(businessName).stream().map(Word::stem).collect(Collectors.toSet());
    }

    /** Their stems, each once, in order. The business's own name says nothing either. */
    Set<String> of(List<Word> words) {
        return words.stream()
                .filter(ContentWords::saysSomething)
                .map(Word::stem)
                .filter(stem -> !businessName.contains(stem))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static boolean saysSomething(Word word) {
        return word.text().length() > 1
                && !GRAMMAR.contains(word.text())
                && !COURTESIES.contains(word.text())
                && !HEBREW.contains(word.text());
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private static CharArraySet snowballStopWords() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
