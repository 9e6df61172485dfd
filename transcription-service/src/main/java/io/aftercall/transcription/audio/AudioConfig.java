package io.aftercall.transcription.audio;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How much audio is taken, how long it may take to come, and where it lies meanwhile. */
@ConfigMapping(prefix = "aftercall.transcription.audio")
interface AudioConfig {

    /** Where tracks lie while they are listened to. Nothing has a name there for longer than it takes to open it. */
    @WithDefault("${java.io.tmpdir}/aftercall-transcription")
    Path scratchFolder();

    /** A track above this is refused: four hours, the longest Twilio records, are half of it. */
    @WithDefault("1G")
    MemorySize maxSize();

    /** How long a connection to recording-service may take. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long one track may take to come. */
    @WithDefault("5m")
    Duration fetchTimeLimit();
}
