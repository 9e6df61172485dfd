package io.aftercall.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theTerminalsSignalsDoNotReachIt() throws Exception {
        try (KafkaBroker broker = KafkaBroker.builder().start()) {
            String[] stat = Files.readString(Path.of("/proc", Long.toString(broker.pid()), "stat"))
                    .split(" ");

            // The leader of its own session: it has no terminal.
            assertThat(stat[5]).isEqualTo(Long.toString(broker.pid()));
        }
    }

    @Test
    void recordsAreThereAfterARestartOnTheSameFolder() {
        try (KafkaBroker first = KafkaBroker.builder().folder(folder).start();
                KafkaProbe probe = new KafkaProbe(first.bootstrapServers())) {
            probe.createTopic("call-ended", 3);
            probe.send("call-ended", "CA1", "io.aftercall.call.ended.v1", "event-1", JSON);
        }

        try (KafkaBroker second = KafkaBroker.builder().folder(folder).start();
                KafkaProbe probe = new KafkaProbe(second.bootstrapServers())) {
            var record = probe.await("call-ended", found -> true, Duration.ofSeconds(10));

            assertThat(record.key()).isEqualTo("CA1");
            assertThat(KafkaProbe.text(record)).isEqualTo("{\"a\":1}");
            assertThat(KafkaProbe.header(record, "ce_id")).isEqualTo("event-1");
            assertThat(KafkaProbe.header(record, "ce_type")).isEqualTo("io.aftercall.call.ended.v1");
            assertThat(KafkaProbe.header(record, "ce_specversion")).isEqualTo("1.0");
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> KafkaBroker.builder()
                            .folder(folder)
                            .port(taken.getLocalPort())
                            .start())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void aBrokerThatCannotStartSaysWhy() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/meta.properties"), "version=1\ncluster.id=another\nnode.id=1\n");

        assertThatThrownBy(() -> KafkaBroker.builder().folder(folder).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The broker ended with exit code 1")
                .hasMessageContaining("another");
    }

    @Test
    void theBrokerIsOfTheVersionTheServicesClientsHave() throws IOException {
        String jars;
        try (InputStream list = getClass().getResourceAsStream("/kafka-server/classpath")) {
            jars = new String(list.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(jars).contains("kafka_2.13-" + AppInfoParser.getVersion() + ".jar");
    }
}
