package io.aftercall.chassis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who this service is, and how it finds its topics. */
@ConfigMapping(prefix = "aftercall.service")
public interface ServiceConfig {

    /** The name it goes by in commands, as Kafka group, as event source and in dead-letter topics. */
    @WithDefault("${quarkus.application.name}")
    String name();

    /** Whether to create missing topics. Off where an operator owns them. */
    @WithDefault("true")
    boolean createTopics();

    /** Copies of each topic; the broker's default when not set. */
    Optional<Short> topicReplication();

    /** How long to hold up the start for a broker that does not answer. */
    @WithDefault("15s")
    Duration topicWait();
}
