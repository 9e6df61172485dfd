package io.aftercall.summary.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseBookTest {

    private static final PhraseBook<String> SERVICES = PhraseBook.<String>inflected()
            .add("air conditioning", "air conditioning")
            .add("A/C", "air conditioning")
            .add("plumber", "plumbing")
            .add("painting", "painting")
            .add("roofing", "roofing")
            .add("San José", "San José")
            .add("Chi-town", "Chicago")
            .add("Boston", "Boston")
            .add("חיפה", "חיפה")
            .add("תל אביב", "תל אביב");

    @ParameterizedTest
    @CsvSource({
        "my air conditioning is broken, air conditioning",
        "my Air-Conditioning is broken, air conditioning",
        "my airconditioning is broken, air conditioning",
        "the a c is down, air conditioning",
        "the A/C is down, air conditioning",
        "the ac is down, air conditioning",
        "are there plumbers near me, plumbing",
        "the plumber's van, plumbing",
        "i want it painted, painting",
        "we paint the fence, painting",
        "my roofs are old, roofing",
        "BOSTON, Boston",
        "boston’s north end, Boston",
        "in san jose california, San José",
        "from chi town, Chicago",
        "אני גר בחיפה, חיפה",
        "ושבחיפה, חיפה",
        "נסעתי לתל אביב אתמול, תל אביב",
    })
    void findsPhrasesInAnyInflectionAndSpelling(String said, String meaning) {
        assertThat(meanings(said)).containsExactly(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "the air is conditional on nothing",
        "bostonian accent",
        "that is painful",
        "proof of purchase",
        "a case of wine",
        "fresh air",
        "אביב הגיע",
    })
    void findsNothingInsideOtherWords(String said) {
        assertThat(meanings(said)).isEmpty();
    }

    @Test
    void takesTheLongestOfOverlappingPhrases() {
        PhraseBook<String> book = PhraseBook.<String>inflected()
                .add("water", "short")
                .add("water heater", "long")
                .add("heater", "other");

        assertThat(book.find(Words.in("the water heater and the heater")))
                .containsExactly(new PhraseBook.Occurrence<>("long", 1, 3), new PhraseBook.Occurrence<>("other", 5, 6));
    }

    @Test
    void phraseMayStandForSeveralThings() {
        PhraseBook<String> book =
                PhraseBook.<String>inflected().add("leak", "plumbing").add("leaks", "roofing");

        assertThat(book.find(Words.in("it is leaking")))
                .extracting(PhraseBook.Occurrence::meaning)
                .containsExactly("plumbing", "roofing");
    }

    @Test
    void literalPhrasesAreNotInflected() {
        PhraseBook<String> book = PhraseBook.<String>literal().add("I meant", "correction");

        assertThat(book.find(Words.in("no I meant Boston"))).hasSize(1);
        assertThat(book.find(Words.in("no i meaning boston"))).isEmpty();
    }

    @Test
    void phraseWithoutAWordIsLeftOut() {
        assertThat(PhraseBook.<String>inflected().add("…", "nothing").find(Words.in("… and so on")))
                .isEmpty();
    }

    private static List<String> meanings(String said) {
        return SERVICES.find(Words.in(said)).stream()
                .map(PhraseBook.Occurrence::meaning)
                .toList();
    }
}
