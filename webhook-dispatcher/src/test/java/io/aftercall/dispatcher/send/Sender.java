package io.aftercall.dispatcher.send;

import io.aftercall.dispatcher.TestConfig;
import io.aftercall.dispatcher.address.AddressPolicy;
import io.aftercall.dispatcher.address.HostResolver;
import io.aftercall.dispatcher.address.Policies;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A {@link SendWebhook} of a test: hosts resolve to what the test says, everything else is as in the service. */
final class Sender {
    static final byte[] SECRET = "a secret of 24 bytes ...".getBytes(StandardCharsets.UTF_8);
    static final String SECRET_TEXT = "whsec_" + Base64.getEncoder().encodeToString(SECRET);

    private final Map<String, List<InetAddress>> hosts = new HashMap<>();
    private final Vertx vertx;
    private AddressPolicy policy = Policies.loopbackAllowed();
    private UnaryOperator<HttpClientOptions> client = options -> options;
    private String timeOut = "15s";
    private SendWebhook sendWebhook;

    Sender(Vertx vertx) {
        this.vertx = vertx;
        host("127.0.0.1", "127.0.0.1");
    }

    Sender host(String name, String... addresses) {
        hosts.put(name, Arrays.stream(addresses).map(Sender::literal).toList());
        return this;
    }

    Sender policy(AddressPolicy other) {
        policy = other;
        return this;
    }

    Sender client(UnaryOperator<HttpClientOptions> change) {
        client = change;
        return this;
    }

    Sender timeOut(String duration) {
        timeOut = duration;
        return this;
    }

    Exchange send(String url) {
        return send(url, "{}");
    }

    Exchange send(String url, String body) {
        WebhookRequest request =
                new WebhookRequest(URI.create(url), "msg_1", body.getBytes(StandardCharsets.UTF_8), List.of(SECRET));
        try {
            return sendWebhook()
                    .send(request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception never) {
            throw new AssertionError("An attempt always ends with an exchange.", never);
        }
    }

    private SendWebhook sendWebhook() {
        if (sendWebhook == null) {
            SendConfig config = TestConfig.of(SendConfig.class, Map.of("aftercall.webhook.time-out", timeOut));
            HostResolver resolver = name -> hosts.containsKey(name)
                    ? Future.succeededFuture(hosts.get(name))
                    : Future.failedFuture(new UnknownHostException(name));
            sendWebhook = new SendWebhook(
                    vertx,
                    vertx.createHttpClient(client.apply(HttpClientProducer.options(config))),
                    resolver,
                    policy,
                    config,
                    Clock.systemUTC());
        }
        return sendWebhook;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(notALiteral);
        }
    }
}
