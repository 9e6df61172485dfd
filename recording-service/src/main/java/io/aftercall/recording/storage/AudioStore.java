package io.aftercall.recording.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Keeps audio. A file is there whole or not at all, survives a power cut once kept, and never changes. */
public interface AudioStore {

    /**
     * Takes the files over, each under its own file name. One that is there already stays as it is, so doing this twice,
     * or in two places at once, does no harm.
     *
     * @throws IOException when they could not be kept; some may have been
     */
    void keep(AudioKey key, List<Path> files) throws IOException;

    /** The file of this name, if it is kept. */
    Optional<StoredFile> find(AudioKey key, String name);

    /** Deletes whatever is kept of the call. Nothing happens if there is nothing. */
    void erase(String callSid) throws IOException;
}
