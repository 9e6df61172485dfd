package io.aftercall.gateway.frontdoor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Who answers what. */
@ConfigMapping(prefix = "aftercall.front-door")
interface FrontDoorConfig {

    /** recording-service: {@code /api/recordings/**}. */
    URI recordings();

    /** transcription-service: {@code /api/transcripts/**}. */
    URI transcripts();

    /** webhook-dispatcher: {@code /api/webhooks/**}. */
    URI webhooks();

    /** How long to wait for a connection before saying that a service is not available. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a connection may be silent, before an answer or in the middle of one. */
    @WithDefault("2m")
    Duration idleTimeout();
}
