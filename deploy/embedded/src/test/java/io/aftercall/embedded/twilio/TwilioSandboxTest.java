package io.aftercall.embedded.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwilioSandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TwilioSandbox sandbox = TwilioSandbox.start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SampleCall plumber = SampleCall.named("inbound-plumber-chicago");
    private TinyGateway gateway;
    private CallPlayer player;

    @BeforeEach
    void start() throws Exception {
        gateway = new TinyGateway();
        player = CallPlayer.to(sandbox, gateway.url());
    }

    @AfterEach
    void stop() {
        gateway.close();
        sandbox.close();
    }

    @Test
    void aRecordingIsServedAsItWasMade() throws Exception {
        PlayedCall call = player.play(plumber);

        HttpResponse<byte[]> wav = recording(call, ".wav?RequestedChannels=2");

        assertThat(wav.statusCode()).isEqualTo(200);
        assertThat(wav.headers().firstValue("Content-Type")).contains("audio/x-wav");
        assertThat(wav.body()).isEqualTo(plumber.audio().bytes());
        assertThat(sandbox.requests())
                .containsExactly(new ApiRequest(
                        "GET",
                        sandbox.accountUrl().substring(sandbox.baseUrl().length()) + "/Recordings/"
                                + call.recordingSid() + ".wav",
                        Map.of("RequestedChannels", "2"),
                        true,
                        200));
    }

    @Test
    void oneChannelOfTwoIsTheMix() throws Exception {
        PlayedCall call = player.play(plumber);

        WavAudio mono = WavAudio.parse(
                "mono", recording(call, ".wav?RequestedChannels=1").body());

        assertThat(mono.channels()).isEqualTo(1);
        assertThat(mono.duration()).isEqualTo(plumber.audio().duration());
    }

    @Test
    void twoChannelsOfAVoicemailAreABadRequest() throws Exception {
        PlayedCall call = player.play(SampleCall.named("inbound-mono-voicemail"));

        assertThat(recording(call, ".wav?RequestedChannels=2").statusCode()).isEqualTo(400);
        assertThat(recording(call, ".wav?RequestedChannels=1").statusCode()).isEqualTo(200);
    }

    @Test
    void mp3IsMadeOnRequest() throws Exception {
        PlayedCall call = player.play(SampleCall.named("inbound-mono-voicemail"));

        HttpResponse<byte[]> mp3 = recording(call, ".mp3");

        assertThat(mp3.headers().firstValue("Content-Type")).contains("audio/mpeg");
        // An ID3 tag or the first frame; 32 kbit/s for 10.6 s.
        assertThat(new String(mp3.body(), 0, 3, StandardCharsets.ISO_8859_1))
                .isIn("ID3", "\u00ff\u00fb", "\u00ff\u00f3");
        assertThat(mp3.body().length).isBetween(35_000, 60_000);
    }

    @Test
    void withoutTheRightCredentialsNothingIsServed() throws Exception {
        PlayedCall call = player.play(plumber);
        String url = sandbox.accountUrl() + "/Recordings/" + call.recordingSid() + ".wav";

        HttpResponse<byte[]> none =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> wrong = send("GET", url, "another token");

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(none.body()).path("code").asInt()).isEqualTo(20003);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(sandbox.requests()).extracting(ApiRequest::authorized).containsExactly(false, false);
    }

    @Test
    void aRecordingCanBeMissingAtFirst() throws Exception {
        PlayedCall call = player.play(plumber, Play.normally().missing(2));

        HttpResponse<byte[]> first = recording(call, ".wav");

        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(first.body()).path("code").asInt()).isEqualTo(20404);
        assertThat(recording(call, ".wav").statusCode()).isEqualTo(404);
        assertThat(recording(call, ".wav").statusCode()).isEqualTo(200);
    }

    @Test
    void aRecordingCanBeLateLostOrNoAudio() throws Exception {
        PlayedCall late = player.play(plumber, Play.normally().readyAfter(Duration.ofHours(1)));
        PlayedCall lost = player.play(plumber, Play.normally().recording(RecordingFate.LOST));
        PlayedCall noAudio = player.play(plumber, Play.normally().recording(RecordingFate.NOT_AUDIO));

        assertThat(recording(late, ".wav").statusCode()).isEqualTo(404);
        assertThat(recording(lost, ".wav").statusCode()).isEqualTo(404);
        assertThat(recording(noAudio, ".wav").statusCode()).isEqualTo(200);
        assertThat(new String(recording(noAudio, ".wav").body(), StandardCharsets.UTF_8))
                .startsWith("<html>");
    }

    @Test
    void aDeletedRecordingIsGone() throws Exception {
        PlayedCall call = player.play(plumber);

        int deleted = send("DELETE", url(call, ".json"), sandbox.account().authToken())
                .statusCode();

        assertThat(deleted).isEqualTo(204);
        assertThat(recording(call, ".wav").statusCode()).isEqualTo(404);
        assertThat(recording(call, ".json").statusCode()).isEqualTo(404);
    }

    @Test
    void callsAndRecordingsCanBeLookedUp() throws Exception {
        PlayedCall call = player.play(plumber);

        JsonNode json = get("/Calls/" + call.callSid() + ".json");
        JsonNode recording = get("/Recordings/" + call.recordingSid() + ".json");
        JsonNode ofCall = get("/Calls/" + call.callSid() + "/Recordings.json");

        assertThat(json.path("status").asText()).isEqualTo("completed");
        assertThat(json.path("duration").asText()).isEqualTo("37");
        assertThat(json.path("from").asText()).isEqualTo("+13125550142");
        assertThat(recording.path("call_sid").asText()).isEqualTo(call.callSid());
        assertThat(recording.path("channels").asInt()).isEqualTo(2);
        assertThat(ofCall.path("recordings").findValuesAsText("sid")).containsExactly(call.recordingSid());
        assertThat(get("/Calls/CA" + "0".repeat(32) + ".json").path("code").asInt())
                .isEqualTo(20404);
    }

    @Test
    void listsAreFilteredAndPaged() throws Exception {
        for (int i = 0; i < 3; i++) {
            player.play(plumber);
        }
        player.play(plumber, Play.normally().unanswered("busy"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        JsonNode first = get("/Calls.json?Status=completed&PageSize=2&StartTime%3E="
                + LocalDate.parse(today).minusDays(1));
        JsonNode second = JSON.readTree(send(
                        "GET",
                        sandbox.baseUrl() + first.path("next_page_uri").asText(),
                        sandbox.account().authToken())
                .body());

        assertThat(first.path("calls")).hasSize(2);
        assertThat(second.path("calls")).hasSize(1);
        assertThat(second.path("next_page_uri").isNull()).isTrue();
        assertThat(get("/Calls.json?Status=busy").path("calls")).hasSize(1);
        assertThat(get("/Calls.json?StartTime%3E=2099-01-01").path("calls")).isEmpty();
        assertThat(get("/Recordings.json?DateCreated%3C=2020-01-01T00:00:00Z").path("recordings"))
                .isEmpty();
        assertThat(get("/Recordings.json").path("recordings")).hasSize(3);
    }

    @Test
    void anOutageEnds() throws Exception {
        PlayedCall call = player.play(plumber);
        sandbox.failNext(2, 503);

        assertThat(recording(call, ".wav").statusCode()).isEqualTo(503);
        assertThat(recording(call, ".wav").statusCode()).isEqualTo(503);
        assertThat(recording(call, ".wav").statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> recording(PlayedCall call, String suffix) throws Exception {
        return send("GET", url(call, suffix), sandbox.account().authToken());
    }

    private String url(PlayedCall call, String suffix) {
        return sandbox.accountUrl() + "/Recordings/" + call.recordingSid() + suffix;
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(
                send("GET", sandbox.accountUrl() + path, sandbox.account().authToken())
                        .body());
    }

    private HttpResponse<byte[]> send(String method, String url, String token) throws Exception {
        String credentials = sandbox.account().sid() + ":" + token;
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Basic " + basic)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
