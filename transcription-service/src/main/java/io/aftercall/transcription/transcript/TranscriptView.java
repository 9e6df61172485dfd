package io.aftercall.transcription.transcript;

import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import java.time.Instant;
import java.util.List;

/** A transcript as clients see it. */
record TranscriptView(
        String callSid,
        int revision,
        OutcomeStatus status,
        String reason,
        String message,
        String language,
        String engine,
        String model,
        String text,
        List<Utterance> utterances,
        Instant updatedAt) {

    static TranscriptView of(Transcript transcript) {
        TranscriptionOutcome outcome = transcript.outcome();
        return new TranscriptView(
                transcript.callSid(),
                transcript.revision(),
                outcome.status(),
                outcome.reason(),
                outcome.message(),
                outcome.language(),
                outcome.engine(),
                outcome.model(),
                outcome.text(),
                outcome.utterances(),
                transcript.updatedAt());
    }
}
