package io.aftercall.recording.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How often, how far apart and how long a recording is tried for. */
@ConfigMapping(prefix = "aftercall.recording")
public interface StageConfig {

    /** The waits between attempts; one more attempt than waits. */
    @WithDefault("20s,6m")
    List<Duration> attemptDelays();

    /** The part by which a wait varies either way, 0 to 1. */
    @WithDefault("0.2")
    double attemptJitter();

    /** How long one attempt may take, waiting for a free core included. */
    @WithDefault("30m")
    Duration attemptTimeLimit();
}
