package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CutAtPausesTest {

    @Test
    void phraseEndsWhereTheSpeakerPauses() {
        List<Word> words = List.of(
                new Word("good", 0, 300, 1),
                new Word("afternoon", 300, 900, 1),
                new Word("half", 900 + CutAtPauses.PAUSE_MS, 1_900, 1),
                new Word("out", 1_901 + CutAtPauses.PAUSE_MS, 2_900, 1));

        List<List<Word>> phrases = CutAtPauses.cut(words);

        assertThat(phrases)
                .extracting(phrase -> phrase.stream().map(Word::text).toList())
                .containsExactly(List.of("good", "afternoon", "half"), List.of("out"));
    }

    @Test
    void firstWordMayComeAtAnyTime() {
        assertThat(CutAtPauses.cut(List.of(new Word("hello", 90_000, 90_400, 1))))
                .hasSize(1);
    }

    @Test
    void noWordsAreNoPhrases() {
        assertThat(CutAtPauses.cut(List.of())).isEmpty();
    }
}
