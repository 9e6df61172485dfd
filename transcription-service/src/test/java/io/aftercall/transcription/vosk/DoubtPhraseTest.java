package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtPhraseTest {

    @Test
    void oneShortWordOverSecondsIsNoiseHoweverSureVoskIs() {
        assertThat(DoubtPhrase.isNoise(List.of(word("him", 3_330, 1.0)))).isTrue();
        assertThat(DoubtPhrase.isNoise(List.of(word("huh", 3_300, 0.67)))).isTrue();
        assertThat(DoubtPhrase.isNoise(List.of(word("he", 1_020, 0.76)))).isTrue();
    }

    @Test
    void fillerVoskIsNotSureOfIsNoise() {
        assertThat(DoubtPhrase.isNoise(List.of(word("the", 120, 0.45)))).isTrue();
    }

    @Test
    void shortAnswersAreSpeech() {
        assertThat(DoubtPhrase.isNoise(List.of(word("hello", 390, 1.0)))).isFalse();
        assertThat(DoubtPhrase.isNoise(List.of(word("no", 600, 0.6)))).isFalse();
        assertThat(DoubtPhrase.isNoise(List.of(word("yes", 900, 0.5)))).isFalse();
        assertThat(DoubtPhrase.isNoise(List.of(word("huh", 300, 0.9)))).isFalse();
    }

    @Test
    void wordAmongOthersIsSpeech() {
        assertThat(DoubtPhrase.isNoise(List.of(word("the", 2_000, 0.4), word("kitchen", 390, 1.0))))
                .isFalse();
    }

    private static Word word(String text, long lengthMs, double confidence) {
        return new Word(text, 1_000, 1_000 + lengthMs, confidence);
    }
}
