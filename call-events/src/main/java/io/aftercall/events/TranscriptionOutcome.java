package io.aftercall.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the transcription stage ended. Everything past {@code message} is null or empty unless completed.
 *
 * @param language BCP 47, detected or configured
 * @param engine {@code openai} or {@code vosk}
 * @param model the model that gave the text
 * @param text all utterances in order of time, one per line; empty when nobody spoke
 * @param utterances in order of time
 * @param costUsd US dollars paid to a provider; null when nothing was
 */
public record TranscriptionOutcome(
        OutcomeStatus status,
        String reason,
        String message,
        String language,
        String engine,
        String model,
        String text,
        List<Utterance> utterances,
        BigDecimal costUsd)
        implements Outcome {

    public TranscriptionOutcome {
        Require.present(status, "transcription.status");
        utterances = Require.listOrEmpty(utterances);
    }

    /** There was rightly nothing to transcribe. */
    public static TranscriptionOutcome skipped(String reason, String message) {
        return without(OutcomeStatus.SKIPPED, reason, message);
    }

    /** There was something to transcribe, and it could not be. */
    public static TranscriptionOutcome failed(String reason, String message) {
        return without(OutcomeStatus.FAILED, reason, message);
    }

    private static TranscriptionOutcome without(OutcomeStatus status, String reason, String message) {
        return new TranscriptionOutcome(status, reason, message, null, null, null, null, List.of(), null);
    }
}
