package io.aftercall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.crm.ReceivedWebhook;
import io.aftercall.embedded.twilio.PlayedCall;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.local.demo.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every customer sees first: the sample calls, well recorded and well understood. */
@ExtendWith(WithWholeSystem.class)
class DemoIT {

    private final WholeSystem system;

    DemoIT(WholeSystem system) {
        this.system = system;
    }

    @Test
    void everySampleArrivesVerifiedAndUnderstood() {
        List<PlayedCall> calls =
                SampleCall.all().stream().map(system.player()::play).toList();

        assertThat(calls).allSatisfy(call -> {
            ReceivedWebhook webhook = system.delivered(call);
            assertThat(Verdict.of(call.sample(), webhook.json()).problems())
                    .as(call.sample().name())
                    .isEmpty();
        });
    }

    @Test
    void theWebhookTellsTheWholeCall() {
        PlayedCall call = system.player().play(SampleCall.named("inbound-plumber-chicago"));

        var body = system.delivered(call).json();

        assertThat(body.path("type").asText()).isEqualTo("call.completed");
        assertThat(body.path("businessId").asText()).isEqualTo("lakeside");
        assertThat(body.at("/data/revision").asInt()).isEqualTo(1);
        assertThat(body.at("/data/call/direction").asText()).isEqualTo("inbound");
        assertThat(body.at("/data/call/from").asText()).isEqualTo("+13125550142");
        assertThat(body.at("/data/call/durationSec").asInt()).isEqualTo(call.durationSec());
        assertThat(body.at("/data/recording/recordingSid").asText()).isEqualTo(call.recordingSid());
        assertThat(body.at("/data/recording/channels").asInt()).isEqualTo(2);
        assertThat(body.at("/data/summary/text").asText()).isNotBlank();
        assertThat(body.at("/data/fields/city/evidence").asText()).containsIgnoringCase("chicago");
        assertThat(system.call(call.callSid()))
                .hasValueSatisfying(
                        known -> assertThat(known.path("status").asText()).isEqualTo("processed"));
    }
}
