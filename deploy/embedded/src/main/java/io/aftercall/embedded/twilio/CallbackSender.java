package io.aftercall.embedded.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Posts callbacks the way Twilio's proxy does: form-encoded, signed, repeated where the URL asks for it. */
final class CallbackSender {

    /** Twilio gives up on anything that belongs to a call after this. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI gateway;
    private final URI publicOrigin;
    private final String authToken;
    private final String fragment;
    private final Duration firstPause;

    CallbackSender(URI gateway, URI publicOrigin, String authToken, String fragment, Duration firstPause) {
        this.gateway = gateway;
        this.publicOrigin = publicOrigin;
        this.authToken = authToken;
        this.fragment = fragment;
        this.firstPause = firstPause;
    }

    CallbackSender signingWith(String otherToken) {
        return new CallbackSender(gateway, publicOrigin, otherToken, fragment, firstPause);
    }

    CallbackSender retrying(String otherFragment, Duration otherPause) {
        return new CallbackSender(gateway, publicOrigin, authToken, otherFragment, otherPause);
    }

    SentCallback send(Callback callback, String idempotencyToken) {
        String signedUrl = signedUrl(callback.path());
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(callback.path()))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Home-Region", "us1")
                .header("I-Twilio-Idempotency-Token", idempotencyToken)
                .header("X-Twilio-Signature", TwilioSignature.of(authToken, signedUrl, callback.parameters()))
                .POST(HttpRequest.BodyPublishers.ofString(form(callback.parameters())))
                .build();
        RetryRule rule = RetryRule.of(fragment);
        List<Integer> answers = new ArrayList<>();
        Duration pause = firstPause;
        int status = attempt(request);
        answers.add(Math.max(0, status));
        while (rule.again(answers.size(), status)) {
            pause(pause);
            pause = pause.multipliedBy(2);
            status = attempt(request);
            answers.add(Math.max(0, status));
        }
        return new SentCallback(callback, signedUrl, idempotencyToken, List.copyOf(answers));
    }

    /** Twilio leaves the port of an HTTPS URL out of what it signs, and keeps that of an HTTP one. */
    private String signedUrl(String path) {
        String origin = "https".equals(publicOrigin.getScheme())
                ? "https://" + publicOrigin.getHost()
                : "http://" + publicOrigin.getRawAuthority();
        return origin + path;
    }

    private static int attempt(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (HttpConnectTimeoutException e) {
            return RetryRule.NOT_CONNECTED;
        } catch (HttpTimeoutException e) {
            return RetryRule.NOT_ANSWERED;
        } catch (IOException e) {
            return RetryRule.NOT_CONNECTED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while posting a callback", e);
        }
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to post a callback again", e);
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
