package io.aftercall.gateway.token;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first admin, who makes all other clients. Both or neither. */
@ConfigMapping(prefix = "aftercall.bootstrap")
interface BootstrapConfig {

    Optional<String> clientId();

    Optional<String> clientSecret();
}
