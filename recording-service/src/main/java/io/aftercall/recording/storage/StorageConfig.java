package io.aftercall.recording.storage;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where audio is kept. */
@ConfigMapping(prefix = "aftercall.recording.storage")
public interface StorageConfig {

    /** The folder; all replicas share it. */
    Path folder();
}
