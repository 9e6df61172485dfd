package io.aftercall.gateway.calllog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the gateway is. */
@ConfigMapping(prefix = "aftercall.settling")
interface SettlingConfig {

    /** How long a call that is over waits to hear of its recording. */
    @WithDefault("10m")
    Duration recordingWait();
}
