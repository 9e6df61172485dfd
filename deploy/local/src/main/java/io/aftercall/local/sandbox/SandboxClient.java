package io.aftercall.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Steers a running sandbox. */
public final class SandboxClient {

    /** Longer than every callback of a call takes with all its retries. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    /**
     * @param port the sandbox's first port, that of its Twilio
     */
    public SandboxClient(int port) {
        this.port = port;
    }

    /** Where the receiver takes webhooks under this path. */
    public String receiverUrl(String path) {
        return "http://127.0.0.1:%d%s".formatted(port + 1, path);
    }

    /** Tells the receiver a secret that webhooks to this path are signed with. */
    public void register(String path, String secret) {
        send("/secrets", Map.of("path", path, "secret", secret), JsonNode.class);
    }

    /**
     * Plays a call and returns once its last callback was answered, or given up.
     *
     * @throws IllegalArgumentException if the sandbox cannot play it, such as a file that is no WAV; says why
     */
    public PlayedSummary play(PlayRequest request) {
        return send("/calls", request, PlayedSummary.class);
    }

    /** Every webhook about this call so far, in the order of arrival. */
    public List<Arrival> arrivals(String callSid) {
        return List.of(exchange(request("/arrivals?" + callSid).GET(), Arrival[].class));
    }

    private <T> T send(String path, Object body, Class<T> type) {
        try {
            return exchange(request(path).POST(BodyPublishers.ofByteArray(SandboxJson.write(body))), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port + 2, path)))
                .timeout(PATIENCE);
    }

    private <T> T exchange(HttpRequest.Builder request, Class<T> type) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                String why = SandboxJson.read(response.body(), JsonNode.class)
                        .path("error")
                        .asText();
                throw response.statusCode() == BAD_REQUEST
                        ? new IllegalArgumentException(why)
                        : new IllegalStateException("The sandbox failed: " + why);
            }
            return SandboxJson.read(response.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox was at work", e);
        }
    }
}
