package io.aftercall.transcription.vosk;

import io.aftercall.transcription.engine.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes words down as a phrase. Vosk knows neither sentences nor names, so nothing is added that it did not hear: only
 * the first letter and the word "I" become capitals.
 */
final class WritePhrase {

    private static final Pattern ME = Pattern.compile("\\bi(?=$|[ '])");
    private static final double HUNDREDTHS = 100;

    private WritePhrase() {}

    static Phrase of(List<Word> words) {
        String text = String.join(" ", words.stream().map(Word::text).toList());
        String withMe = ME.matcher(text).replaceAll("I");
        double confidence =
                words.stream().mapToDouble(Word::confidence).average().orElseThrow();
        return new Phrase(
                words.get(0).startMs(),
                words.get(words.size() - 1).endMs(),
                withMe.substring(0, 1).toUpperCase(Locale.ROOT) + withMe.substring(1),
                Math.round(confidence * HUNDREDTHS) / HUNDREDTHS);
    }
}
