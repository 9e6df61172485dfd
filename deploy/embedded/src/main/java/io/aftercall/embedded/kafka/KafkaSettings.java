package io.aftercall.embedded.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's settings: one node that is broker and controller, with a small footprint. */
final class KafkaSettings {

    /** The same for ever: a kept folder only opens under the id it was formatted with. */
    static final String CLUSTER_ID = "QWZ0ZXJjYWxsTG9jYWwxMQ";

    private KafkaSettings() {}

    static Properties of(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                data.toString()));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "message.max.bytes", Integer.toString(16 << 20),
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        // Hundreds of mostly empty partitions on a small machine.
        settings.putAll(Map.of(
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2"));
        return settings;
    }
}
