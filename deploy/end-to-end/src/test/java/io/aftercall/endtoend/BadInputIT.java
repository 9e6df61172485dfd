package io.aftercall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.embedded.twilio.CallPlayer;
import io.aftercall.embedded.twilio.Callback;
import io.aftercall.embedded.twilio.Play;
import io.aftercall.embedded.twilio.PlayedCall;
import io.aftercall.embedded.twilio.RecordingFate;
import io.aftercall.embedded.twilio.SampleCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nonsense and forgeries are kept out or set aside, and what is true goes on. */
@ExtendWith(WithWholeSystem.class)
class BadInputIT {

    private static final SampleCall VOICEMAIL = SampleCall.named("inbound-mono-voicemail");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final WholeSystem system;

    BadInputIT(WholeSystem system) {
        this.system = system;
    }

    @Test
    void anUnsignedCallbackIsForbiddenAndLeavesNothing() throws IOException, InterruptedException {
        String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
        String form = "CallSid=%s&AccountSid=%s&CallStatus=completed&From=%%2B12065550188&To=%%2B13125550100"
                .formatted(callSid, system.twilio().account().sid());

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(system.stack().credentials().gateway() + "/twilio/status"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(system.call(callSid)).isEmpty();
    }

    @Test
    void aForgedCallbackIsForbiddenAndLeavesNothing() {
        CallPlayer forger =
                system.player().signingWith("0123456789abcdef0123456789abcdef").retrying("", Duration.ZERO);

        PlayedCall call = forger.play(VOICEMAIL);

        assertThat(call.sent()).allSatisfy(sent -> assertThat(sent.answers()).containsOnly(403));
        assertThat(system.call(call.callSid())).isEmpty();
    }

    @Test
    void aRecordingOfACallNobodyKnowsYetIsKeptAndJoinedLater() {
        String seed = UUID.randomUUID().toString();
        PlayedCall recordingOnly =
                system.player().play(VOICEMAIL, Play.normally().seeded(seed).dropping(BadInputIT::isStatus));
        assertThat(recordingOnly.accepted()).isTrue();
        assertThat(system.messages(recordingOnly.callSid())).isEmpty();

        PlayedCall rest =
                system.player().play(VOICEMAIL, Play.normally().seeded(seed).dropping(callback -> !isStatus(callback)));

        assertThat(rest.callSid()).isEqualTo(recordingOnly.callSid());
        JsonNode data = system.delivered(rest).json().path("data");
        assertThat(data.path("status").asText()).isEqualTo("processed");
        assertThat(data.at("/recording/recordingSid").asText()).isEqualTo(recordingOnly.recordingSid());
    }

    @Test
    void aRecordingThatIsNoAudioEndsAsFailedAndIsStillDelivered() {
        PlayedCall call = system.player().play(VOICEMAIL, Play.normally().recording(RecordingFate.NOT_AUDIO));

        JsonNode data = system.delivered(call).json().path("data");

        assertThat(data.path("status").asText()).isEqualTo("failed");
        assertThat(data.at("/errors/0/stage").asText()).isEqualTo("recording");
        assertThat(data.at("/errors/0/reason").asText()).isEqualTo("not_audio");
        assertThat(data.at("/call/callSid").asText()).isEqualTo(call.callSid());
    }

    @Test
    void aFailedRecordingEndsAsPartialWhereARealtimeTranscriptIsKnown() {
        String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");

        publishEndedCallThatOnlyTwilioTranscribed(callSid);

        JsonNode data = system.delivered(callSid).json().path("data");
        assertThat(data.path("status").asText()).isEqualTo("partial");
        assertThat(data.at("/errors/0/reason").asText()).isEqualTo("twilio_failed");
        assertThat(data.at("/transcript/text").asText()).contains("Seattle");
        assertThat(data.at("/fields/city/value").asText()).isEqualTo("Seattle");
        assertThat(data.at("/fields/service/value").asText()).isEqualTo("cleaning");
    }

    @Test
    void anUnreadableRecordIsSetAsideSeenAndReplayableAndTheNextOneIsProcessed() {
        String key = "CA" + UUID.randomUUID().toString().replace("-", "");
        String deadLetters = "call-ended.recording-service.dlq";
        system.kafka()
                .send(
                        "call-ended",
                        key,
                        "io.aftercall.call.ended.v1",
                        UUID.randomUUID().toString(),
                        "{not json".getBytes(StandardCharsets.UTF_8));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lettersAbout(deadLetters, key)).isEqualTo(1));
        JsonNode replay = system.api().post("/api/dead-letters/replay", Map.of("topic", deadLetters));

        assertThat(replay.path("replayed").asInt()).isPositive();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(system.kafka().records(deadLetters, key)).hasSize(2));
        PlayedCall next = system.player().play(VOICEMAIL);
        assertThat(system.delivered(next).json().at("/data/status").asText()).isEqualTo("processed");
    }

    /** As the gateway would publish it; on the topic itself, because Twilio's realtime callbacks are not taken yet. */
    private void publishEndedCallThatOnlyTwilioTranscribed(String callSid) {
        String event = """
                {"callSid":"%1$s","revision":1,"context":{
                 "call":{"callSid":"%1$s","direction":"inbound","from":"+12065550188","to":"+13125550100",
                         "callStatus":"completed","endedAt":"2026-11-20T20:00:36Z","durationSec":11},
                 "business":{"id":"lakeside","name":"Lakeside Home Services","timeZone":"America/Chicago","language":"en",
                             "cities":[{"name":"Seattle"}],
                             "services":[{"name":"cleaning","synonyms":["cleaning service"]}]},
                 "recording":{"state":"failed","reason":"twilio_failed"},
                 "realtimeUtterances":[{"speaker":"customer","startMs":0,"endMs":4000,
                                        "text":"I need a cleaning service for my apartment in Seattle."}]}}
                """.formatted(callSid);
        system.kafka()
                .send(
                        "call-ended",
                        callSid,
                        "io.aftercall.call.ended.v1",
                        UUID.randomUUID().toString(),
                        event.getBytes(StandardCharsets.UTF_8));
    }

    private long lettersAbout(String topic, String key) {
        JsonNode items = system.api().get("/api/dead-letters?topic=" + topic).path("items");
        return items.findValuesAsText("callSid").stream().filter(key::equals).count();
    }

    private static boolean isStatus(Callback callback) {
        return callback.path().equals("/twilio/status");
    }
}
