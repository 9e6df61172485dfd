package io.aftercall.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordRecallTest {

    @Test
    void caseAndPunctuationDoNotMatter() {
        assertThat(WordRecall.of("I live in Chicago, near the lake.", "i live in chicago near the lake"))
                .isEqualTo(new WordRecall(7, 7));
    }

    @Test
    void missingWordsCount() {
        assertThat(WordRecall.of("one two three four", "one three").percent()).isEqualTo(50);
    }

    @Test
    void aWordHeardOnceIsFoundOnce() {
        assertThat(WordRecall.of("no no no", "no")).isEqualTo(new WordRecall(3, 1));
    }

    @Test
    void wordsThatWereNeverSaidDoNotHelp() {
        assertThat(WordRecall.of("hello there", "hello dear hello hear").percent())
                .isEqualTo(50);
    }

    @Test
    void digitsAndNumberWordsAreTheSame() {
        assertThat(WordRecall.of("at nine or 10", "at 9 or ten").percent()).isEqualTo(100);
    }

    @Test
    void contractionsAreTheWordsTheyStandFor() {
        assertThat(WordRecall.of("I am here, I do not know, we will see", "i'm here i don't know we’ll see")
                        .percent())
                .isEqualTo(100);
        assertThat(WordRecall.of("I am here", "i'm gone").percent()).isEqualTo(66);
    }

    @Test
    void speakersAddUp() {
        assertThat(WordRecall.of("a b c", "a b c").plus(WordRecall.of("d", "")).percent())
                .isEqualTo(75);
    }

    @Test
    void percentIsNeverRoundedUp() {
        assertThat(new WordRecall(1000, 899).percent()).isEqualTo(89);
    }

    @Test
    void nothingSaidIsNothingMissed() {
        assertThat(WordRecall.of("", "anything").percent()).isEqualTo(100);
    }
}
