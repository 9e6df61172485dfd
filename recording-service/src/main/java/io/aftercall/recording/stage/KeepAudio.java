package io.aftercall.recording.stage;

import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.recording.conversion.ConvertedAudio;
import io.aftercall.recording.conversion.ConvertedAudio.Track;
import io.aftercall.recording.ledger.KeptAudios;
import io.aftercall.recording.ledger.Recordings;
import io.aftercall.recording.storage.AudioKey;
import io.aftercall.recording.storage.AudioStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps audio, and forgets it, so that no order of the two leaves any behind: whoever keeps asks afterwards, under the
 * call's lock, whether the call was erased meanwhile, and takes back what it put there.
 */
@ApplicationScoped
class KeepAudio {

    private static final Logger LOG = Logger.getLogger(KeepAudio.class);

    private final AudioStore store;
    private final KeptAudios keptAudios;
    private final Recordings recordings;
    private final Tombstones tombstones;

    KeepAudio(AudioStore store, KeptAudios keptAudios, Recordings recordings, Tombstones tombstones) {
        this.store = store;
        this.keptAudios = keptAudios;
        this.recordings = recordings;
        this.tombstones = tombstones;
    }

    /** Keeps the original and what was made of it; the files are gone from where they were. */
    void keep(AudioKey key, Path original, ConvertedAudio audio) throws IOException {
        String container = audio.format().container();
        List<Path> files = new ArrayList<>();
        files.add(Files.move(original, original.resolveSibling("original." + container)));
        if (audio.unconvertedReason() == null) {
            files.add(audio.playback());
            audio.tracks().stream().map(Track::file).forEach(files::add);
        }
        store.keep(key, files);
        if (!noteUnlessErased(key, container)) {
            store.erase(key.callSid());
            LOG.info("The call was erased meanwhile; its audio is gone again.");
        }
    }

    private boolean noteUnlessErased(AudioKey key, String container) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (tombstones.isErasedForSure(key.callSid())) {
                return false;
            }
            keptAudios.add(key, container);
            return true;
        });
    }

    /** Deletes the call's rows and files, in the transaction that holds the lock and leaves the tombstone. */
    void forget(String callSid) {
        recordings.forget(callSid);
        keptAudios.forget(callSid);
        try {
            store.erase(callSid);
        } catch (IOException failure) {
            throw new UncheckedIOException("The call's audio could not be deleted.", failure);
        }
    }
}
