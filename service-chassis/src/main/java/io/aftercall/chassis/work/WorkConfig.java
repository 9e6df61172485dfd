package io.aftercall.chassis.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this replica takes durable work. */
@ConfigMapping(prefix = "aftercall.work")
public interface WorkConfig {

    /** How many pieces of work run at once here. */
    @WithDefault("4")
    int threads();

    /** How often to look for due work although nobody called. */
    @WithDefault("2s")
    Duration pollInterval();

    /** How often a running piece of work says that it lives. */
    @WithDefault("5s")
    Duration heartbeat();

    /** After how many missed heartbeats another replica takes it over; the scheduler takes no fewer than four. */
    @WithDefault("4")
    int missedHeartbeats();

    /** How long a stop waits for running work; another replica takes over what is not done by then. */
    @WithDefault("20s")
    Duration shutdownWait();

    /** How many workers may die over one piece of work before it counts as what kills them. */
    @WithDefault("5")
    int crashesBeforeGivingUp();
}
