package io.aftercall.recording.download;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a download may touch and take. */
@ConfigMapping(prefix = "aftercall.recording")
public interface DownloadConfig {

    /** Hosts that may serve a redirected recording, besides Twilio's own origin. */
    Optional<Set<String>> allowedHosts();

    /** More than this is refused as {@code too_large}. */
    @WithDefault("2G")
    MemorySize maxSize();

    /** How long to wait for a connection. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long one download may take in all. */
    @WithDefault("10m")
    Duration downloadTimeLimit();
}
