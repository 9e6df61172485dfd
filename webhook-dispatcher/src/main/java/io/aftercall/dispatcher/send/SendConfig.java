package io.aftercall.dispatcher.send;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long one request may take, and how many there may be. */
@ConfigMapping(prefix = "aftercall.webhook")
public interface SendConfig {
    /** From looking up the host to the last byte of the answer. */
    Duration timeOut();

    /** For the connection alone. */
    Duration connectTimeOut();

    /** Requests in flight at once, over all endpoints. */
    int maxInFlight();
}
