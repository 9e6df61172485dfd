package io.aftercall.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are made. */
@ConfigMapping(prefix = "aftercall.token")
interface TokenConfig {

    /** The P-256 key that signs them: PKCS#8 PEM, or the path of a file that holds it. The same in every replica. */
    String privateKey();

    /** How long a token holds. */
    @WithDefault("15m")
    Duration lifetime();

    /** PBKDF2 rounds for new secrets; what a guess costs an attacker, and a sign-in us. */
    @WithDefault("210000")
    int secretHashRounds();
}
