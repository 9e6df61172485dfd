package io.aftercall.recording.storage;

import java.nio.file.Path;

/**
 * A file that is kept.
 *
 * @param path where it lies
 * @param sizeBytes how long it is
 */
public record StoredFile(Path path, long sizeBytes) {}
