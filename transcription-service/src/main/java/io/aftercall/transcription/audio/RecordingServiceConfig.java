package io.aftercall.transcription.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where recording-service is: the paths of its tracks are below it. */
@ConfigMapping(prefix = "aftercall.recording-service")
interface RecordingServiceConfig {

    @WithDefault("http://localhost:8081")
    URI url();
}
