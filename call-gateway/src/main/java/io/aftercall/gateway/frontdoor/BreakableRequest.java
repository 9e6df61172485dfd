package io.aftercall.gateway.frontdoor;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer can break off without a trace. Over HTTP/1.1 Vert.x resets an answer by closing it in a way that
 * tells none of its handlers, so that Quarkus would count the request as running for ever and wait for it when it stops;
 * closing the connection itself does the same to the client and tells everybody.
 */
final class BreakableRequest extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    BreakableRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new BreakableResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class BreakableResponse extends AbstractResponseWrapper {

        private final HttpServerRequest request;

        BreakableResponse(HttpServerRequest request) {
            super(request.response());
            this.request = request;
        }

        @Override
        public boolean reset(long code) {
            if (request.version() == HttpVersion.HTTP_2) {
                return super.reset(code);
            }
            request.connection().close();
            return true;
        }

        @Override
        public boolean reset() {
            return reset(0);
        }
    }
}
