package io.aftercall.recording.stage;

import io.aftercall.events.CallEnded;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.Stage;
import io.aftercall.recording.ledger.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** For a revision that starts after this stage: the earlier outcome again, with paths that work for the new revision. */
@ApplicationScoped
class AnnounceAgain {

    private final Recordings recordings;
    private final SignTracks signTracks;

    AnnounceAgain(Recordings recordings, SignTracks signTracks) {
        this.recordings = recordings;
        this.signTracks = signTracks;
    }

    /** The outcome to announce; empty when this revision wants new work, or there is nothing to announce. */
    Optional<RecordingOutcome> find(CallEnded event) {
        if (!event.context().startsAfter(Stage.RECORDING)) {
            return Optional.empty();
        }
        return recordings
                .latestBefore(event.callSid(), event.revision())
                .filter(earlier -> isOfTheRecordingNow(earlier, event))
                .map(earlier -> withTracks(earlier, signTracks.again(event, earlier.tracks())));
    }

    /** A longer recording may have come since, and may not have been stored yet. */
    private static boolean isOfTheRecordingNow(RecordingOutcome earlier, CallEnded event) {
        return !earlier.completed()
                || Objects.equals(
                        earlier.recordingSid(), event.context().recording().recordingSid());
    }

    private static RecordingOutcome withTracks(RecordingOutcome outcome, List<SpeechTrack> tracks) {
        return new RecordingOutcome(
                outcome.status(),
                outcome.reason(),
                outcome.message(),
                outcome.recordingSid(),
                outcome.channels(),
                outcome.durationMs(),
                outcome.sizeBytes(),
                outcome.sha256(),
                outcome.playbackPath(),
                tracks,
                outcome.unconvertedReason());
    }
}
