package io.aftercall.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Twilio at the wire: posts callbacks to the gateway, signed for its public URL. */
public final class Twilio {

    public static final String ACCOUNT = "AC22222222222222222222222222222222";
    public static final String TOKEN = "primary-token";
    public static final String SECONDARY_TOKEN = "secondary-token";

    private static final String PUBLIC_URL = "https://calls.example.com";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Twilio() {}

    /** Posts a callback signed with the primary token; the status code of the answer. */
    public static int post(Callback callback) {
        return post(callback, TOKEN);
    }

    public static int post(Callback callback, String token) {
        String signature = Signing.sign(token, PUBLIC_URL + callback.target(), callback.parameters());
        return post(callback.target(), Signing.form(callback.parameters()), signature);
    }

    /** Posts anything, with this signature or none. */
    public static int post(String target, String body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The signature of {@code parameters} sent to {@code target}. */
    public static String sign(String target, Map<String, String> parameters) {
        return Signing.sign(TOKEN, PUBLIC_URL + target, parameters);
    }

    /** A callback before it is sent. */
    public record Callback(String target, Map<String, String> parameters) {

        /** The form as it goes over the wire. */
        public String body() {
            return Signing.form(parameters);
        }

        public Callback at(String otherTarget) {
            return new Callback(otherTarget, parameters);
        }

        public Callback with(String name, String value) {
            Map<String, String> more = new HashMap<>(parameters);
            more.put(name, value);
            return new Callback(target, more);
        }

        public Callback without(String name) {
            Map<String, String> fewer = new HashMap<>(parameters);
            fewer.remove(name);
            return new Callback(target, fewer);
        }
    }
}
