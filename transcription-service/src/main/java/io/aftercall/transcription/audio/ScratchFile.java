package io.aftercall.transcription.audio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/** A file nobody else can open, and nothing is left of it once the process lets go of it, however it ends. */
final class ScratchFile {

    private ScratchFile() {}

    static FileChannel open(Path folder) throws IOException {
        Files.createDirectories(folder);
        // Unlinked as soon as it is open (on Unix), so that even a killed process leaves no caller's voice behind.
        return FileChannel.open(
                folder.resolve("track-" + UUID.randomUUID()),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }
}
