package io.aftercall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.embedded.twilio.Play;
import io.aftercall.embedded.twilio.PlayedCall;
import io.aftercall.embedded.twilio.SampleCall;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twilio repeats itself and knows no order, and so does Kafka: it is one call and one message all the same. */
@ExtendWith(WithWholeSystem.class)
class DuplicateAndShuffledCallbacksIT {

    private static final SampleCall VOICEMAIL = SampleCall.named("inbound-mono-voicemail");
    private static final List<String> TOPICS =
            List.of("call-ended", "recording-stored", "call-transcribed", "call-summarized");
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final WholeSystem system;

    DuplicateAndShuffledCallbacksIT(WholeSystem system) {
        this.system = system;
    }

    @Test
    void everyCallbackTwiceIsOneCallAndOneMessage() {
        PlayedCall call = system.player().play(VOICEMAIL, Play.normally().duplicated());

        oneMessage(List.of(call));
    }

    @Test
    void callbacksInAnyOrderAreOneCallAndOneMessage() {
        List<PlayedCall> calls = LongStream.range(0, 8)
                .mapToObj(seed -> system.player()
                        .play(VOICEMAIL, Play.normally().duplicated().shuffled(seed)))
                .toList();

        oneMessage(calls);
    }

    @Test
    void everyKafkaRecordOnceMoreIsStillOneMessage() {
        PlayedCall call = system.player().play(VOICEMAIL);
        system.delivered(call);

        TOPICS.forEach(topic -> sendAgain(topic, call.callSid()));

        oneMessage(List.of(call));
    }

    private void sendAgain(String topic, String callSid) {
        List<ConsumerRecord<String, byte[]>> records = system.kafka().records(topic, callSid);
        assertThat(records).as(topic).isNotEmpty();
        records.forEach(record ->
                system.kafka().send(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers())));
    }

    private void oneMessage(List<PlayedCall> calls) {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.accepted()).as("callbacks taken").isTrue();
            assertThat(system.delivered(call).json().at("/data/revision").asInt())
                    .isEqualTo(1);
        });
        await().during(QUIET)
                .atMost(QUIET.plusSeconds(10))
                .untilAsserted(() -> assertThat(calls)
                        .allSatisfy(call ->
                                assertThat(system.messages(call.callSid())).hasSize(1)));
    }
}
