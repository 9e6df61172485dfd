package io.aftercall.dispatcher.send;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;

/** The headers of every webhook. */
final class WebhookHeaders {
    private static final String USER_AGENT = "Aftercall-Webhooks/1";

    private WebhookHeaders() {}

    /** Says what the message is and that it is ours, as of {@code now}. */
    static void put(HttpClientRequest http, WebhookRequest request, Instant now) {
        http.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT)
                .putHeader("webhook-id", request.id())
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader("webhook-signature", Signature.header(request.id(), now, request.body(), request.secrets()));
    }
}
