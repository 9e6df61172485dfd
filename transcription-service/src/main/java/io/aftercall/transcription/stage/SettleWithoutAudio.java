package io.aftercall.transcription.stage;

import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.transcription.engine.SpeechEngine;
import io.aftercall.transcription.transcript.Transcripts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Recognises calls whose transcription is known without listening. */
@ApplicationScoped
class SettleWithoutAudio {

    private final Transcripts transcripts;
    private final SpeechEngine engine;
    private final SpokenLanguage spokenLanguage;

    SettleWithoutAudio(Transcripts transcripts, SpeechEngine engine, SpokenLanguage spokenLanguage) {
        this.transcripts = transcripts;
        this.engine = engine;
        this.spokenLanguage = spokenLanguage;
    }

    /** The outcome; empty when there is something to listen to. */
    Optional<TranscriptionOutcome> settle(RecordingStored event) {
        return announcedBefore(event).or(() -> withoutAudio(event)).or(() -> unknownLanguage(event));
    }

    /** A skipped one is judged anew: it cost nothing, and there may be audio now. */
    private Optional<TranscriptionOutcome> announcedBefore(RecordingStored event) {
        if (!event.context().startsAfter(Stage.TRANSCRIPTION)) {
            return Optional.empty();
        }
        return transcripts
                .latestBefore(event.callSid(), event.revision())
                .filter(earlier -> earlier.status() != OutcomeStatus.SKIPPED);
    }

    private static Optional<TranscriptionOutcome> withoutAudio(RecordingStored event) {
        if (event.recording().completed() && !event.recording().tracks().isEmpty()) {
            return Optional.empty();
        }
        String why =
                event.recording().completed() ? "no_tracks" : event.recording().reason();
        return Optional.of(
                TranscriptionOutcome.skipped("no_audio", "There is no recording to listen to (" + why + ")."));
    }

    private Optional<TranscriptionOutcome> unknownLanguage(RecordingStored event) {
        String language = spokenLanguage.of(event.context());
        return engine.knows(language)
                ? Optional.empty()
                : Optional.of(TranscriptionOutcome.skipped(
                        "language_unsupported", "The engine " + engine.name() + " does not know " + language + "."));
    }
}
