package io.aftercall.recording.conversion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which ffmpeg, and how long it may take. */
@ConfigMapping(prefix = "aftercall.recording")
public interface ConversionConfig {

    /** The program: a path, or a name on the PATH. */
    @WithDefault("ffmpeg")
    String ffmpeg();

    /** How long one run of it may take before it is killed. */
    @WithDefault("10m")
    Duration conversionTimeLimit();
}
