package io.aftercall.summary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How often and how long to try. */
@ConfigMapping(prefix = "aftercall.summary")
interface SummaryConfig {

    /** The waits between attempts; one more attempt than waits. */
    @WithDefault("2s,10s,1m,5m")
    List<Duration> attemptDelays();

    /** The part by which a wait varies either way. */
    @WithDefault("0.2")
    double attemptJitter();

    /** The longest one attempt may take. */
    @WithDefault("2m")
    Duration timeLimit();
}
