package io.aftercall.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls the gateway's API as one of its clients; gets a token when it needs one. An answer other than 2xx is an
 * {@link ApiFailure}; no answer an {@link UncheckedIOException}.
 */
public final class AftercallApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Clock clock;
    private final String gateway;
    private final String clientId;
    private final String clientSecret;
    private String token;
    private Instant tokenEnds = Instant.EPOCH;

    /**
     * @param gateway its address, without a path
     * @param clientId a client of the API
     * @param clientSecret its secret
     */
    public AftercallApi(String gateway, String clientId, String clientSecret) {
        this(gateway, clientId, clientSecret, Clock.systemUTC());
    }

    AftercallApi(String gateway, String clientId, String clientSecret, Clock clock) {
        this.gateway = gateway;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, Object body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /** A path segment or query value, escaped. */
    public static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private synchronized String token() {
        if (clock.instant().isAfter(tokenEnds.minus(RENEW_BEFORE_END))) {
            String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                    .formatted(escaped(clientId), escaped(clientSecret));
            JsonNode answer = send(HttpRequest.newBuilder(URI.create(gateway + "/api/token"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            token = answer.path("access_token").asText();
            tokenEnds = clock.instant().plusSeconds(answer.path("expires_in").asLong());
        }
        return token;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new ApiFailure(response);
            }
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + gateway, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + gateway, e);
        }
    }
}
