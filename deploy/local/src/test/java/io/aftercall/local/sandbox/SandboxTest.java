package io.aftercall.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercall.local.api.StubGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final String CALL = "CA00000000000000000000000000000001";

    private final TestSandbox sandbox = TestSandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void playsASampleToTheGateway() throws IOException {
        try (StubGateway gateway = new StubGateway()) {
            gateway.answer("POST /twilio/status", 204, "");
            gateway.answer("POST /twilio/recording", 204, "");

            PlayedSummary played =
                    sandbox.client().play(PlayRequest.sample(gateway.url(), gateway.url(), "inbound-mono-voicemail"));

            assertThat(played.callSid()).matches("CA[0-9a-f]{32}");
            assertThat(played.durationSec()).isEqualTo(11);
            assertThat(played.refused()).isEmpty();
            assertThat(gateway.requests()).contains("POST /twilio/status", "POST /twilio/recording");
        }
    }

    @Test
    void saysWhyAFileCannotBePlayed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("song.wav"), "not a WAV file at all, however long it may be ");

        assertThatThrownBy(() -> sandbox.client()
                        .play(new PlayRequest(
                                "http://127.0.0.1:1",
                                "http://127.0.0.1:1",
                                null,
                                file.toString(),
                                "inbound",
                                "+1",
                                "+2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("song.wav is not a WAV file");
    }

    @Test
    void tellsWhatArrivedAndThatItWasNotSigned() throws IOException, InterruptedException {
        sandbox.client().register("/hooks/a", "whsec_c2VjcmV0c2VjcmV0c2VjcmV0");
        String body = "{\"data\":{\"call\":{\"callSid\":\"%s\"}}}".formatted(CALL);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.client().receiverUrl("/hooks/a")))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(sandbox.client().arrivals(CALL)).singleElement().satisfies(arrival -> {
            assertThat(arrival.verified()).isFalse();
            assertThat(arrival.answered()).isEqualTo(401);
            assertThat(arrival.body().at("/data/call/callSid").asText()).isEqualTo(CALL);
        });
        assertThat(sandbox.client().arrivals("CA2")).isEmpty();
    }
}
