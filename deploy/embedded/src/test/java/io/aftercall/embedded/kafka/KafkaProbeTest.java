package io.aftercall.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercall.embedded.junit.EmbeddedStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {

    private final KafkaProbe probe = EmbeddedStack.kafkaProbe();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void everythingInATopicIsRead() {
        probe.createTopic("read-me", 4);
        for (int i = 0; i < 50; i++) {
            byte[] body = ("no json " + i).getBytes(StandardCharsets.UTF_8);
            probe.send(new ProducerRecord<>("read-me", "CA" + i % 5, body));
        }

        assertThat(probe.records("read-me")).hasSize(50);
        assertThat(probe.records("read-me", "CA3"))
                .extracting(KafkaProbe::text)
                .startsWith("no json 3", "no json 8")
                .hasSize(10);
    }

    @Test
    void readingCreatesNothing() {
        probe.createTopic("known", 1);

        assertThat(probe.records("unknown")).isEmpty();
        assertThat(probe.topics()).contains("known").doesNotContain("unknown");
    }

    @Test
    void waitingInVainSaysWhatWasLookedAt() {
        probe.createTopic("almost-empty", 1);
        probe.send("almost-empty", "CA1", "io.aftercall.call.ended.v1", "event-1", new byte[] {'{', '}'});

        assertThatThrownBy(() -> probe.await("almost-empty", record -> false, Duration.ofMillis(10)))
                .hasMessageContaining("1 records of almost-empty");
    }
}
