package io.aftercall.dispatcher.send;

import io.aftercall.dispatcher.address.AddressPolicy;
import io.aftercall.dispatcher.address.HostResolver;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * Makes one attempt at one message, without blocking, within the time-out. Never follows a redirect, never connects to an
 * address that was not judged, and tells what came of it: the future always succeeds.
 */
@ApplicationScoped
public class SendWebhook {
    private final Vertx vertx;
    private final HttpClient client;
    private final HostResolver resolver;
    private final AddressPolicy policy;
    private final SendConfig config;
    private final Clock clock;

    SendWebhook(
            Vertx vertx,
            HttpClient client,
            HostResolver resolver,
            AddressPolicy policy,
            SendConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.client = client;
        this.resolver = resolver;
        this.policy = policy;
        this.config = config;
        this.clock = clock;
    }

    /** Sends {@code request}; safe from any thread. */
    public Future<Exchange> send(WebhookRequest request) {
        RunningAttempt attempt = new RunningAttempt(clock, vertx, config.timeOut());
        try {
            resolver.resolve(bareHost(request.url()))
                    .onSuccess(addresses -> connect(request, attempt, permitted(request.url(), addresses)))
                    .onFailure(attempt::unresolved);
        } catch (RuntimeException ours) {
            attempt.failed(ErrorClass.INTERNAL, ours);
        }
        return attempt.future();
    }

    /** What is said in the clear stays in networks that the configuration calls our own. */
    private List<InetAddress> permitted(URI url, List<InetAddress> addresses) {
        return addresses.stream()
                .filter(isSecure(url) ? policy::permits : policy::permitsByConfiguration)
                .toList();
    }

    private static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Tries the addresses in turn until one takes the connection: a host often has one that is out of reach from here. */
    private void connect(WebhookRequest request, RunningAttempt attempt, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            attempt.refused();
            return;
        }
        client.request(options(request.url(), addresses.get(0)))
                .onSuccess(connected -> exchange(request, attempt, connected))
                .onFailure(failure -> {
                    if (addresses.size() > 1 && !attempt.isOver()) {
                        connect(request, attempt, addresses.subList(1, addresses.size()));
                    } else {
                        attempt.unconnected(failure);
                    }
                });
    }

    private void exchange(WebhookRequest request, RunningAttempt attempt, HttpClientRequest connected) {
        if (!attempt.holds(connected)) {
            return;
        }
        WebhookHeaders.put(connected, request, clock.instant());
        connected
                .send(Buffer.buffer(request.body()))
                .onSuccess(attempt::answered)
                .onFailure(attempt::broken);
    }

    /** The connection goes to the judged address; the name stays in the {@code Host} header and in the TLS handshake. */
    private static RequestOptions options(URI url, InetAddress address) {
        boolean secure = isSecure(url);
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setFollowRedirects(false)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }

    private static String bareHost(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
