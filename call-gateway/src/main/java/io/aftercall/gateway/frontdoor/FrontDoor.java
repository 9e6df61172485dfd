package io.aftercall.gateway.frontdoor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Puts the other services' paths behind this gateway's address. */
@ApplicationScoped
class FrontDoor {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MOST_CONNECTIONS = 200;

    private final FrontDoorConfig config;
    private final Vertx vertx;

    FrontDoor(FrontDoorConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    void open(@Observes Router router) {
        Map.of(
                        "/api/recordings/*", config.recordings(),
                        "/api/transcripts/*", config.transcripts(),
                        "/api/webhooks/*", config.webhooks())
                .forEach((path, service) -> {
                    HttpProxy proxy = proxyTo(service);
                    router.route(path).handler(routing -> proxy.handle(new BreakableRequest(routing.request())));
                });
    }

    private HttpProxy proxyTo(URI service) {
        boolean tls = "https".equals(service.getScheme());
        int port = service.getPort() < 0 ? (tls ? HTTPS : HTTP) : service.getPort();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(tls)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.idleTimeout().toMillis()));
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(port, service.getHost())
                .addInterceptor(new SayUnavailable());
    }
}
