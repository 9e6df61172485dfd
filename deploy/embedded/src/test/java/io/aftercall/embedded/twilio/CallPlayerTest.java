package io.aftercall.embedded.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.twilio.TinyGateway.Taken;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallPlayerTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final TwilioSandbox sandbox = TwilioSandbox.start();
    private final SampleCall plumber = SampleCall.named("inbound-plumber-chicago");
    private TinyGateway gateway;
    private CallPlayer player;

    @BeforeEach
    void start() throws IOException {
        gateway = new TinyGateway();
        player = CallPlayer.to(sandbox, gateway.url());
    }

    @AfterEach
    void stop() {
        gateway.close();
        sandbox.close();
    }

    @Test
    void callbacksComeInTwiliosOrderWithItsParameters() {
        PlayedCall played = player.play(plumber);

        assertThat(said())
                .containsExactly(
                        "initiated", "ringing", "in-progress", "rec in-progress", "completed", "rec completed");
        assertThat(gateway.taken().get(4).form())
                .containsEntry("CallSid", played.callSid())
                .containsEntry("AccountSid", sandbox.account().sid())
                .containsEntry("From", "+13125550142")
                .containsEntry("To", "+13125550100")
                .containsEntry("Direction", "inbound")
                .containsEntry("CallbackSource", "call-progress-events")
                .containsEntry("SequenceNumber", "3")
                .containsEntry("CallDuration", "37")
                .containsEntry("Duration", "1")
                .containsEntry("FromCity", "");
        assertThat(gateway.taken().get(4).form().get("Timestamp"))
                .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(gateway.taken().get(5).form())
                .containsEntry("RecordingSid", played.recordingSid())
                .containsEntry("RecordingUrl", sandbox.accountUrl() + "/Recordings/" + played.recordingSid())
                .containsEntry("RecordingDuration", "37")
                .containsEntry("RecordingChannels", "2")
                .containsEntry("RecordingSource", "StartCallRecordingTwiML")
                .containsEntry("ErrorCode", "0");
        assertThat(played.accepted()).isTrue();
        assertThat(sandbox.ledger()).containsExactly(played);
    }

    @Test
    void everyCallbackIsSignedForTheUrlTwilioKnows() {
        CallPlayer proxied = CallPlayer.to(sandbox, gateway.url(), "https://calls.example.com:8443");

        proxied.play(plumber);

        assertThat(gateway.taken())
                .hasSize(6)
                .allSatisfy(taken -> assertThat(taken.headers())
                        .containsEntry(
                                "x-twilio-signature",
                                TwilioSignature.of(
                                        sandbox.account().authToken(),
                                        "https://calls.example.com" + taken.path(),
                                        taken.form()))
                        .containsEntry("content-type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .containsKey("i-twilio-idempotency-token"));
    }

    @Test
    void anotherTokenMakesAnotherSignature() {
        player.signingWith("forged").play(plumber);

        Taken first = gateway.taken().get(0);
        assertThat(first.headers().get("x-twilio-signature"))
                .isEqualTo(TwilioSignature.of("forged", gateway.url() + first.path(), first.form()));
    }

    @Test
    void anOutboundCallAndAVoicemailAreToldAsSuch() {
        player.play(SampleCall.named("outbound-followup-denver"));
        player.play(SampleCall.named("inbound-mono-voicemail"));

        assertThat(gateway.taken().get(0).form())
                .containsEntry("Direction", "outbound-api")
                .containsEntry("From", "+13125550100");
        assertThat(gateway.taken().get(5).form()).containsEntry("RecordingSource", "OutboundAPI");
        assertThat(gateway.taken().get(11).form())
                .containsEntry("RecordingChannels", "1")
                .containsEntry("RecordingSource", "RecordVerb");
    }

    @Test
    void theSameSeedMakesTheSameCallAndAnotherAnother() {
        PlayedCall first = player.play(plumber, Play.normally().seeded("a"));
        PlayedCall again = player.play(plumber, Play.normally().seeded("a"));
        PlayedCall other = player.play(plumber, Play.normally().seeded("b"));
        PlayedCall fresh = player.play(plumber);

        assertThat(again.callSid()).isEqualTo(first.callSid()).matches("CA[0-9a-f]{32}");
        assertThat(again.recordingSid()).isEqualTo(first.recordingSid()).matches("RE[0-9a-f]{32}");
        assertThat(other.callSid()).isNotEqualTo(first.callSid());
        assertThat(fresh.callSid()).isNotIn(first.callSid(), other.callSid());
    }

    @Test
    void callbacksCanComeTwiceAndInAnyOrder() {
        player.play(plumber, Play.normally().duplicated().shuffled(7));
        List<String> shuffled = said();
        gateway.taken().clear();
        player.play(plumber, Play.normally().duplicated().shuffled(7));

        assertThat(said()).isEqualTo(shuffled).hasSize(12);
        assertThat(shuffled)
                .isNotEqualTo(shuffled.stream().sorted().toList())
                .containsExactlyInAnyOrder(
                        "initiated",
                        "ringing",
                        "in-progress",
                        "completed",
                        "rec in-progress",
                        "rec completed",
                        "initiated",
                        "ringing",
                        "in-progress",
                        "completed",
                        "rec in-progress",
                        "rec completed");
        long tokens = gateway.taken().stream()
                .map(taken -> taken.headers().get("i-twilio-idempotency-token"))
                .distinct()
                .count();
        assertThat(tokens).isEqualTo(6);
    }

    @Test
    void callbacksCanBeLost() {
        Play lossy = Play.normally()
                .dropping(callback -> callback.isRecording("completed"))
                .dropping(callback -> callback.isStatus("completed"));

        player.play(plumber, lossy);

        assertThat(said()).containsExactly("initiated", "ringing", "in-progress", "rec in-progress");
    }

    @Test
    void aCallNobodyAnswersHasNoRecording() {
        PlayedCall played = player.play(plumber, Play.normally().unanswered("no-answer"));

        assertThat(said()).containsExactly("initiated", "ringing", "no-answer");
        assertThat(gateway.taken().get(2).form())
                .containsEntry("CallDuration", "0")
                .containsEntry("SequenceNumber", "2")
                .containsEntry("SipResponseCode", "480")
                .doesNotContainKey("Duration");
        assertThat(played.recordingSid()).isNull();
    }

    @Test
    void aRecordingCanBeAbsentFailedOrOff() {
        player.play(plumber, Play.normally().recording(RecordingFate.ABSENT));
        player.play(plumber, Play.normally().recording(RecordingFate.FAILED));
        player.play(plumber, Play.normally().recording(RecordingFate.OFF));

        assertThat(said())
                .filteredOn(word -> word.startsWith("rec"))
                .containsExactly("rec in-progress", "rec absent", "rec in-progress", "rec failed");
        assertThat(gateway.taken().get(5).form())
                .containsEntry("ErrorCode", "16102")
                .doesNotContainKey("RecordingDuration");
    }

    @Test
    void aFailingGatewayIsAskedAgainWithTheSameToken() {
        gateway.answer(503, 500);

        PlayedCall played = player.retrying("rc=5&rp=all", SOON).play(plumber);

        assertThat(played.sent().get(0).answers()).containsExactly(503, 500, 204);
        assertThat(played.accepted()).isTrue();
        assertThat(gateway.taken()).hasSize(8);
        assertThat(gateway.taken().subList(0, 3))
                .extracting(taken -> taken.headers().get("i-twilio-idempotency-token"))
                .containsOnly(played.sent().get(0).idempotencyToken());
    }

    @Test
    void withoutOverridesARefusalIsFinal() {
        gateway.answer(503);

        PlayedCall played = player.retrying("", SOON).play(plumber);

        assertThat(played.sent().get(0).answers()).containsExactly(503);
        assertThat(played.accepted()).isFalse();
    }

    @Test
    void aGatewayThatIsDownIsTriedAndGivenUp() {
        gateway.close();

        PlayedCall played = player.retrying("rc=2&rp=ct,5xx", SOON).play(plumber);

        assertThat(played.sent())
                .hasSize(6)
                .allSatisfy(sent -> assertThat(sent.answers()).containsExactly(0, 0, 0));
        assertThat(played.accepted()).isFalse();
    }

    private List<String> said() {
        return gateway.taken().stream()
                .map(Taken::form)
                .map(form -> form.containsKey("RecordingStatus")
                        ? "rec " + form.get("RecordingStatus")
                        : form.get("CallStatus"))
                .toList();
    }
}
