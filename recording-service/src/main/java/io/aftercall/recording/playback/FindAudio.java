package io.aftercall.recording.playback;

import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.chassis.problem.Problem;
import io.aftercall.recording.ledger.KeptAudio;
import io.aftercall.recording.ledger.KeptAudios;
import io.aftercall.recording.ledger.RecordingState;
import io.aftercall.recording.ledger.Recordings;
import io.aftercall.recording.storage.AudioStore;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the file a request is for, or the problem that says why there is none. */
@ApplicationScoped
class FindAudio {

    private final Recordings recordings;
    private final KeptAudios keptAudios;
    private final AudioStore store;
    private final Tombstones tombstones;

    FindAudio(Recordings recordings, KeptAudios keptAudios, AudioStore store, Tombstones tombstones) {
        this.recordings = recordings;
        this.keptAudios = keptAudios;
        this.store = store;
        this.tombstones = tombstones;
    }

    /**
     * What people hear: the newest revision that has audio.
     *
     * @param maySee whether the caller may see what belongs to this business
     * @param original the original instead of the MP3
     * @return empty while it is being prepared
     * @throws HttpProblem 404 when there is none or it is somebody else's, 410 when there will be none
     */
    Optional<Audio> forPeople(String callSid, Predicate<String> maySee, boolean original) {
        RecordingState latest = recordings.latest(callSid).orElseThrow(() -> absent(callSid));
        if (!maySee.test(latest.businessId())) {
            throw absent(callSid);
        }
        Optional<KeptAudio> kept = keptAudios.ofLatest(callSid);
        if (kept.isPresent()) {
            String name = original ? kept.get().original() : kept.get().playback();
            return Optional.of(open(kept.get(), name));
        }
        if (latest.isSkipped()) {
            throw Problem.notFound("This call has no recording.");
        }
        if (latest.isFailed()) {
            throw Problem.gone("The recording could not be kept (" + latest.reason() + ").");
        }
        return Optional.empty();
    }

    /** What speech recognition gets: one track of one revision. */
    Audio forSpeech(String callSid, int revision, String channel) {
        KeptAudio kept = keptAudios.of(callSid, revision).orElseThrow(() -> absent(callSid));
        return open(kept, kept.track(channel).orElseThrow(() -> absent(callSid)));
    }

    private Audio open(KeptAudio kept, String name) {
        String mediaType = name.endsWith(".mp3") ? "audio/mpeg" : "audio/wav";
        String etag = "\"%s-%s\"".formatted(kept.key().generation(), name);
        return store.find(kept.key(), name)
                .map(file -> new Audio(file, kept.callSid() + "-" + name, mediaType, etag))
                .orElseThrow(() -> Problem.gone("The recording is not kept any more."));
    }

    private HttpProblem absent(String callSid) {
        return tombstones.isErased(callSid)
                ? Problem.gone("This call was erased.")
                : Problem.notFound("There is no recording of such a call.");
    }
}
