package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;

/** Sets quotations one to a line, each with who said it where that is known. */
final class WriteSummary {

    private WriteSummary() {}

    static String of(List<Passage> passages) {
        return passages.stream()
                .map(passage -> label(passage) + asSentence(passage.text()))
                .collect(Collectors.joining("\n"));
    }

    /** A speech engine may write neither capitals nor full stops; readers expect both. No word is touched. */
    static String asSentence(String text) {
        int first = text.codePointAt(0);
        String rest = text.substring(Character.charCount(first));
        String sentence = Character.toString(Character.toTitleCase(first)) + rest;
        int last = sentence.codePointBefore(sentence.length());
        return Character.isLetterOrDigit(last) ? sentence + "." : sentence;
    }

    private static String label(Passage passage) {
        boolean hebrew =
                passage.text().codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.HEBREW);
        if (passage.speaker() == Speaker.UNKNOWN) {
            return "";
        }
        if (passage.speaker() == Speaker.AGENT) {
            return hebrew ? "נציג: " : "Agent: ";
        }
        return hebrew ? "לקוח: " : "Customer: ";
    }
}
