package io.aftercall.summary.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final String TEXT = "Yes, tomorrow is fine. Please call me! Will you?";

    @Test
    void splitsAtPunctuation() {
        assertThat(Sentences.in(TEXT)).containsExactly("Yes, tomorrow is fine.", "Please call me!", "Will you?");
    }

    @Test
    void textWithoutPunctuationIsOneSentence() {
        assertThat(Sentences.in("yes tomorrow is fine please call me"))
                .containsExactly("yes tomorrow is fine please call me");
    }

    @Test
    void findsTheSentenceAroundAnyPlace() {
        assertThat(Sentences.around(TEXT, 0)).isEqualTo("Yes, tomorrow is fine.");
        assertThat(Sentences.around(TEXT, TEXT.indexOf("call"))).isEqualTo("Please call me!");
        assertThat(Sentences.around(TEXT, TEXT.length() - 1)).isEqualTo("Will you?");
    }

    @Test
    void shortTextIsLeftWhole() {
        assertThat(Sentences.pieces(TEXT, 100)).containsExactly(TEXT);
    }

    @Test
    void longTextIsCutAtSentencesAndLongSentencesBetweenWords() {
        assertThat(Sentences.pieces("One two. Three four five six.", 10))
                .containsExactly("One two.", "Three four", "five six.");
        assertThat(Sentences.pieces("abcdefghijkl", 5)).containsExactly("abcde", "fghij", "kl");
    }
}
