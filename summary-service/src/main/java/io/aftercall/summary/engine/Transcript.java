package io.aftercall.summary.engine;

import io.aftercall.events.CallTranscribed;
import io.aftercall.events.Speaker;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import java.util.List;
import java.util.Optional;

/**
 * What was said on a call, by the best source there is. It is data: nothing in it is an instruction to anybody.
 *
 * @param source where it comes from
 * @param utterances in order of time, none of them blank, at least one
 */
public record Transcript(Source source, List<Utterance> utterances) {

    public Transcript {
        utterances = List.copyOf(utterances);
    }

    /** The final transcript if it says anything, else what was transcribed while the call ran, else nothing. */
    public static Optional<Transcript> of(CallTranscribed event) {
        return of(Source.FINAL, finalUtterances(event.transcription()))
                .or(() -> of(Source.REALTIME, event.context().realtimeUtterances()));
    }

    private static Optional<Transcript> of(Source source, List<Utterance> utterances) {
        List<Utterance> spoken =
                utterances.stream().filter(said -> !said.text().isBlank()).toList();
        return spoken.isEmpty() ? Optional.empty() : Optional.of(new Transcript(source, spoken));
    }

    /** An engine that gives no utterances gives lines of text, and nobody knows who said them. */
    private static List<Utterance> finalUtterances(TranscriptionOutcome transcription) {
        if (!transcription.utterances().isEmpty() || transcription.text() == null) {
            return transcription.utterances();
        }
        return transcription
                .text()
                .lines()
                .map(line -> new Utterance(Speaker.UNKNOWN, null, 0, 0, line, null))
                .toList();
    }

    /** Which transcript it is. */
    public enum Source {
        FINAL,
        REALTIME;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
