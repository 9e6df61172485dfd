package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.transcription.engine.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritePhraseTest {

    @Test
    void phraseBeginsWithACapitalAndSoDoesI() {
        assertThat(write("hi i'm in chicago and i think i").text()).isEqualTo("Hi I'm in chicago and I think I");
        assertThat(write("i see it is six").text()).isEqualTo("I see it is six");
    }

    @Test
    void phraseLastsFromItsFirstWordToItsLast() {
        Phrase phrase = WritePhrase.of(List.of(new Word("thank", 500, 800, 1), new Word("you", 830, 1_000, 0.5)));

        assertThat(phrase).isEqualTo(new Phrase(500, 1_000, "Thank you", 0.75));
    }

    private static Phrase write(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            words.add(new Word(word, words.size() * 300L, words.size() * 300L + 250, 1));
        }
        return WritePhrase.of(words);
    }
}
