package io.aftercall.transcription.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** How often, how far apart and how long a recording is transcribed. */
@ConfigMapping(prefix = "aftercall.transcription")
interface StageConfig {

    /** Spoken in calls whose business is unknown or has not said, BCP 47. */
    @WithDefault("en")
    String defaultLanguage();

    /** The waits between attempts; one more attempt than waits. */
    @WithDefault("10s,1m,5m")
    List<Duration> attemptDelays();

    /** The part by which a wait varies either way, 0 to 1. */
    @WithDefault("0.2")
    double attemptJitter();

    /** How long one attempt may take, waiting for a free core included. */
    @WithDefault("1h")
    Duration attemptTimeLimit();

    /** How many channels are listened to at once here; 0 is one per core. */
    @WithDefault("0")
    @Min(0)
    int listeners();
}
