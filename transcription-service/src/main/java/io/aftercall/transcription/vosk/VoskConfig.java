package io.aftercall.transcription.vosk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which Vosk model listens. */
@ConfigMapping(prefix = "aftercall.transcription.vosk")
interface VoskConfig {

    /** A folder with an unpacked model; the one shipped with the service when not set. */
    Optional<Path> modelFolder();

    /** The language the model knows, BCP 47. */
    @WithDefault("en")
    String language();
}
