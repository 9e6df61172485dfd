package io.aftercall.gateway.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** Answers 503 with a problem for a service that does not answer; a proxy's own 502 tells nobody what to do. */
class SayUnavailable implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(SayUnavailable.class);
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "2";

    private static final Buffer PROBLEM = new JsonObject()
            .put("type", "urn:aftercall:problem:unavailable")
            .put("title", "Not available now")
            .put("status", UNAVAILABLE)
            .put("detail", "The service behind this address does not answer. Try again soon.")
            .toBuffer();

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> {
            LOG.warnf(
                    "A service behind the front door does not answer: %s.",
                    failure.getClass().getSimpleName());
            return Future.succeededFuture(context.request()
                    .release()
                    .response()
                    .setStatusCode(UNAVAILABLE)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .setBody(Body.body(PROBLEM)));
        });
    }

    /** An answer that breaks off has broken off for the client too: the proxy reset both sides, nothing is left to say. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        return context.sendResponse().otherwiseEmpty();
    }
}
