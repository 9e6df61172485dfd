package io.aftercall.dispatcher.address;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which special networks webhooks may go to all the same. */
@ConfigMapping(prefix = "aftercall.webhook")
interface AddressConfig {
    /** CIDR blocks such as {@code 127.0.0.0/8}; none by default. */
    Optional<List<String>> allowedNetworks();
}
