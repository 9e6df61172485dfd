package io.aftercall.recording.playback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** The paths speech recognition fetches its tracks under. */
@ConfigMapping(prefix = "aftercall.recording")
public interface SpeechConfig {

    int LEAST_KEY_CHARS = 32;

    /** Signs the paths; the same on all replicas. */
    @Size(min = LEAST_KEY_CHARS)
    String signingKey();

    /** How long a path works: as long as the event that carries it may wait on its topic. */
    @WithDefault("7d")
    Duration speechPathLifetime();
}
