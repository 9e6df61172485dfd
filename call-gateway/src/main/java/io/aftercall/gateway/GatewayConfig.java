package io.aftercall.gateway;

import io.smallrye.config.ConfigMapping;

/** What the gateway as a whole needs to know. */
@ConfigMapping(prefix = "aftercall.gateway")
public interface GatewayConfig {

    /** The origin under which Twilio and people reach this gateway. */
    String publicUrl();
}
