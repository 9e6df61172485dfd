package io.aftercall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to start where the disk would be full soon: half-written data are worse than none. */
final class DiskSpace {

    /** Data, logs, unpacked binaries and the speech model, with room for some calls. */
    static final long NEEDED_MEGABYTES = 1_000;

    private DiskSpace() {}

    static void require(Path folder) {
        try {
            require(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void require(Path folder, long usableBytes) {
        long megabytes = usableBytes >> 20;
        if (megabytes < NEEDED_MEGABYTES) {
            throw new StackFailure(
                    "Only %d MB are free in %s; the stack needs %d MB.".formatted(megabytes, folder, NEEDED_MEGABYTES),
                    "Free some space, or move the checkout to another disk. What takes it: du -sh %s/*"
                            .formatted(folder));
        }
    }
}
