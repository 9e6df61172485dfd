package io.aftercall.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "aftercall.outbox")
public interface OutboxConfig {

    /** Most rows in one batch: one claim, one flush to the broker, one commit. */
    @WithDefault("500")
    int batchSize();

    /** How often to look although nobody called, for rows whose service died between commit and send. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Whether this process relays at all. Off in tests that look at the rows. */
    @WithDefault("true")
    boolean relay();
}
