package io.aftercall.chassis.token;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets the session cookie stand in for the {@code Authorization} header on reads only: a browser sends cookies with
 * requests that other sites make, so a cookie alone must never change anything.
 */
@ApplicationScoped
class CookieMethods {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int BEFORE_AUTHENTICATION = 1000;

    void register(@Observes Filters filters) {
        filters.register(CookieMethods::dropCookieFromWrites, BEFORE_AUTHENTICATION);
    }

    private static void dropCookieFromWrites(RoutingContext request) {
        boolean header = request.request().headers().contains(HttpHeaders.AUTHORIZATION);
        if (header || !READS.contains(request.request().method())) {
            request.request().headers().remove(HttpHeaders.COOKIE);
        }
        request.next();
    }
}
