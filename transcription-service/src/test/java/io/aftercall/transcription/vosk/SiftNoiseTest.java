package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiftNoiseTest {

    @Test
    void shortWordsOverSecondsAreNoiseHoweverSureVoskIs() {
        assertThat(sift(word("him", 3_330, 1.0))).isEmpty();
        assertThat(sift(word("huh", 15_000, 0.6), word("huh", 15_000, 0.6))).isEmpty();
        assertThat(sift(word("he", 1_020, 0.76))).isEmpty();
    }

    @Test
    void loneFillerVoskIsNotSureOfIsNoise() {
        assertThat(sift(word("the", 120, 0.45))).isEmpty();
        assertThat(sift(word("huh", 5_000, 1.0), word("the", 120, 0.45))).isEmpty();
    }

    @Test
    void shortAnswersAreSpeech() {
        assertThat(sift(word("hello", 390, 1.0))).containsExactly("hello");
        assertThat(sift(word("no", 600, 0.6))).containsExactly("no");
        assertThat(sift(word("yes", 900, 0.5))).containsExactly("yes");
        assertThat(sift(word("huh", 300, 0.9))).containsExactly("huh");
    }

    @Test
    void slowOrDoubtfulWordsAmongOthersAreSpeech() {
        assertThat(sift(word("so", 1_500, 0.4), word("the", 100, 0.3), word("kitchen", 390, 1.0)))
                .containsExactly("so the kitchen");
    }

    private static List<String> sift(Word... words) {
        List<Word> oneAfterAnother = new ArrayList<>();
        long at = 1_000;
        for (Word word : words) {
            oneAfterAnother.add(new Word(word.text(), at, at + word.lengthMs(), word.confidence()));
            at += word.lengthMs();
        }
        return SiftNoise.phrases(oneAfterAnother).stream()
                .map(phrase -> String.join(" ", phrase.stream().map(Word::text).toList()))
                .toList();
    }

    private static Word word(String text, long lengthMs, double confidence) {
        return new Word(text, 0, lengthMs, confidence);
    }
}
