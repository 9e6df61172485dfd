package io.aftercall.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftercall.embedded.twilio.SampleCall;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SampleCall SAMPLE = SampleCall.named("inbound-plumber-chicago");

    @Test
    void everythingRightIsNoProblem() {
        Verdict verdict = Verdict.of(SAMPLE, webhook("processed", "Chicago", "plumbing", false));

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.recall().percent()).isEqualTo(100);
    }

    @Test
    void everythingWrongIsNamed() {
        Verdict verdict = Verdict.of(SAMPLE, webhook("partial", "Boston", "", false));

        assertThat(verdict.problems())
                .satisfiesExactly(
                        status -> assertThat(status).startsWith("status is partial"),
                        city -> assertThat(city).isEqualTo("city is Boston, not Chicago"),
                        service -> assertThat(service).isEqualTo("service is missing, not plumbing"));
    }

    @Test
    void wordsOfTheWrongSpeakerDoNotCount() {
        Verdict verdict = Verdict.of(SAMPLE, webhook("processed", "Chicago", "plumbing", true));

        assertThat(verdict.recall().percent()).isLessThan(Verdict.LEAST_PERCENT);
        assertThat(verdict.problems()).singleElement().asString().contains("spoken words");
    }

    @Test
    void anEmptyBodyIsAllProblems() {
        assertThat(Verdict.of(SAMPLE, JSON.createObjectNode()).problems()).hasSize(4);
    }

    private static ObjectNode webhook(String status, String city, String service, boolean swapped) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode data = body.putObject("data").put("status", status);
        var utterances = data.putObject("transcript").putArray("utterances");
        SAMPLE.turns()
                .forEach(turn -> utterances
                        .addObject()
                        .put("channel", swapped ? 1 - turn.channel() : turn.channel())
                        .put("text", turn.text()));
        ObjectNode fields = data.putObject("fields");
        fields.putObject("city").put("value", city);
        if (!service.isEmpty()) {
            fields.putObject("service").put("value", service);
        }
        return body;
    }
}
