package io.aftercall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.twilio.CallPlayer;
import io.aftercall.embedded.twilio.Play;
import io.aftercall.embedded.twilio.PlayedCall;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.embedded.twilio.Sids;
import io.aftercall.local.stack.Component;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Any service may die in the middle of its work: once it is back, every call still arrives, and once. */
@ExtendWith(WithWholeSystem.class)
class KillOneServiceIT {

    private static final SampleCall VOICEMAIL = SampleCall.named("inbound-mono-voicemail");
    private static final SampleCall LONG_CALL = SampleCall.named("inbound-plumber-chicago");

    private final WholeSystem system;

    KillOneServiceIT(WholeSystem system) {
        this.system = system;
    }

    @AfterEach
    void everythingRunsAgain() {
        system.crm().behave();
        Component.services().stream()
                .filter(service -> !system.stack().isReady(service))
                .forEach(system.stack()::restart);
    }

    @Test
    void theGatewayDiesWhileCallbacksComeIn() {
        CallPlayer patient = system.player().retrying("rc=5&rp=all", Duration.ofSeconds(2));
        String seed = UUID.randomUUID().toString();
        List<CompletableFuture<PlayedCall>> playing = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> patient.play(VOICEMAIL, Play.normally().seeded(seed + i))))
                .toList();
        soon().until(() -> system.call(Sids.call(seed + 0)).isPresent());

        killAndRestart(Component.CALL_GATEWAY);

        arriveOnce(playing.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void theRecordingServiceDiesBetweenItsAttempts() {
        PlayedCall call = system.player().play(VOICEMAIL, Play.normally().missing(1));
        soon().until(() -> wasAskedFor(call));

        killAndRestart(Component.RECORDING_SERVICE);

        arriveOnce(List.of(call));
    }

    @Test
    void theTranscriptionServiceDiesWhileItListens() {
        List<PlayedCall> calls =
                List.of(system.player().play(LONG_CALL), system.player().play(LONG_CALL));
        soon().until(() -> statusOf(calls.get(0)).equals("transcribing"));

        killAndRestart(Component.TRANSCRIPTION_SERVICE);

        arriveOnce(calls);
    }

    @Test
    void theSummaryServiceDiesWithSeveralCallsOnTheirWay() {
        List<PlayedCall> calls = IntStream.range(0, 4)
                .mapToObj(i -> system.player().play(VOICEMAIL))
                .toList();
        soon().until(() -> calls.stream().anyMatch(this::isTranscribed));

        killAndRestart(Component.SUMMARY_SERVICE);

        arriveOnce(calls);
    }

    @Test
    void theDispatcherDiesWhileTheReceiverThinks() {
        system.crm().answerWhen(webhook -> true, Answer.hang(Duration.ofSeconds(20)));
        PlayedCall call = system.player().play(VOICEMAIL);
        system.crm().await(webhook -> webhook.callSid().equals(call.callSid()), WholeSystem.PATIENCE);

        system.stack().kill(Component.WEBHOOK_DISPATCHER);
        system.crm().behave();
        system.stack().restart(Component.WEBHOOK_DISPATCHER);

        arriveOnce(List.of(call));
    }

    private static ConditionFactory soon() {
        return await().atMost(WholeSystem.PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    private boolean wasAskedFor(PlayedCall call) {
        return system.twilio().requests().stream()
                .anyMatch(request -> request.path().contains(call.recordingSid()));
    }

    private boolean isTranscribed(PlayedCall call) {
        return !system.kafka().records("call-transcribed", call.callSid()).isEmpty();
    }

    private String statusOf(PlayedCall call) {
        return system.call(call.callSid()).orElseThrow().path("status").asText();
    }

    private void killAndRestart(Component service) {
        system.stack().kill(service);
        assertThat(system.stack().isReady(service)).isFalse();
        system.stack().restart(service);
    }

    private void arriveOnce(List<PlayedCall> calls) {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.accepted()).as("callbacks taken").isTrue();
            assertThat(system.delivered(call).json().at("/data/status").asText())
                    .isEqualTo("processed");
            assertThat(system.messages(call.callSid())).hasSize(1);
        });
    }
}
