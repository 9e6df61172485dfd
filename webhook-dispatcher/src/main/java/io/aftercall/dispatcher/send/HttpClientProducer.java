package io.aftercall.dispatcher.send;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** The one client for customers' endpoints: connections kept alive, certificates and host names checked. */
@Singleton
class HttpClientProducer {
    private static final int IDLE_CONNECTION_SECONDS = 30;

    @Produces
    @Singleton
    HttpClient client(Vertx vertx, SendConfig config) {
        return vertx.createHttpClient(
                options(config),
                // As many connections to one host as there are requests: waiting in the pool would spend their time.
                new PoolOptions().setHttp1MaxSize(config.maxInFlight()));
    }

    static HttpClientOptions options(SendConfig config) {
        return new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeOut().toMillis())
                .setSslHandshakeTimeout(config.connectTimeOut().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(true)
                .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS)
                .setVerifyHost(true)
                // Which of our traces a message belongs to is no business of its receiver.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    void close(@Disposes HttpClient client) {
        client.close();
    }
}
