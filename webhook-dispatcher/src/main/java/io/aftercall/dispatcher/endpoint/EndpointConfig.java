package io.aftercall.dispatcher.endpoint;

import io.smallrye.config.ConfigMapping;

/** How endpoints' secrets are kept. */
@ConfigMapping(prefix = "aftercall.webhook")
interface EndpointConfig {
    /** The AES-256 key that encrypts them, base64 of 32 bytes. */
    String secretKey();
}
