package io.aftercall.embedded.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.slf4j.LoggerFactory;

/**
 * The broker's process: formats its folder on first use, then serves until it is told to stop. It runs on the class path
 * of {@link KafkaRuntime} and must use nothing else of this module.
 */
final class KafkaServerMain {

    private KafkaServerMain() {}

    /** Arguments: the properties file, the file to write the process id to, the cluster id. */
    public static void main(String[] args) throws IOException {
        Files.writeString(
                Path.of(args[1]), Long.toString(ProcessHandle.current().pid()));
        format(args[0], args[2]);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties(args[0]), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        start(server);
        server.awaitShutdown();
    }

    /** A broker that failed half-way leaves threads behind that would keep a useless process alive. */
    private static void start(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(KafkaServerMain.class).error("The broker did not start", e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void format(String propertiesFile, String clusterId) {
        String[] command = {"format", "--ignore-formatted", "--config", propertiesFile, "--cluster-id", clusterId};
        int result = StorageTool.execute(command, System.out);
        if (result != 0) {
            throw new IllegalStateException("Formatting the broker's folder failed with " + result);
        }
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            properties.load(in);
        }
        return properties;
    }
}
