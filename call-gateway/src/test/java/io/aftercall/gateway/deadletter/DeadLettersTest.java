package io.aftercall.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.aftercall.chassis.consume.DeadLetters;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.PlayedCall;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class DeadLettersTest {

    /** A topic of nobody's, so that what is put back stays there to be seen. */
    private final String topic = "topic-" + PlayedCall.randomSid("");

    private final String deadLetterTopic = topic + ".recording-service.dlq";
    private final String callSid = PlayedCall.randomSid("CA");

    @Inject
    Gateway gateway;

    @Test
    void aDeadLetterIsListedAndPutBackOnceAsItWas() {
        gateway.kafka().createTopic(topic, 3);
        gateway.kafka().createTopic(deadLetterTopic, 3);
        bury("first");

        gateway.admin()
                .queryParam("topic", deadLetterTopic)
                .get("/api/dead-letters")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].callSid", is(callSid))
                .body("items[0].reason", is("not_json"))
                .body("items[0].originalOffset", is("42"))
                .body("items[0].payload", nullValue());
        gateway.admin()
                .get("/api/dead-letters?payload=true&topic=" + topic)
                .then()
                .body("items.payload", hasItem("first"));

        assertThat(replay(deadLetterTopic)).isEqualTo(1);
        assertThat(replay(deadLetterTopic)).isZero();
        bury("second");
        assertThat(replay(topic)).isEqualTo(1);

        List<ConsumerRecord<String, byte[]>> back = gateway.kafka().records(topic, callSid);
        assertThat(back).extracting(KafkaProbe::text).containsExactly("first", "second");
        assertThat(back.get(0).headers().toArray()).hasSize(1);
        assertThat(KafkaProbe.header(back.get(0), "ce_type")).isEqualTo("io.aftercall.call.ended.v1");
        gateway.admin().get("/api/dead-letters?topic=" + topic).then().body("items.size()", is(0));
    }

    @Test
    void aTopicThatIsNotThereIsNotFound() {
        gateway.admin()
                .contentType("application/json")
                .body(Map.of("topic", "no-such-topic"))
                .post("/api/dead-letters/replay")
                .then()
                .statusCode(404);
        gateway.admin()
                .contentType("application/json")
                .body("{}")
                .post("/api/dead-letters/replay")
                .then()
                .statusCode(400);
    }

    private int replay(String topic) {
        return gateway.admin()
                .contentType("application/json")
                .body(Map.of("topic", topic))
                .post("/api/dead-letters/replay")
                .then()
                .statusCode(200)
                .extract()
                .path("replayed");
    }

    private void bury(String payload) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(deadLetterTopic, callSid, payload.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_type",
                        "io.aftercall.call.ended.v1",
                        DeadLetters.REASON,
                        "not_json",
                        DeadLetters.TOPIC,
                        topic,
                        DeadLetters.PARTITION,
                        "1",
                        DeadLetters.OFFSET,
                        "42")
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        gateway.kafka().send(letter);
    }
}
