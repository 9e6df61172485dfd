package io.aftercall.chassis.token;

import io.aftercall.chassis.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The 401 of every service. It stands in for the problem library's own, whose 3.21.0 reads a field that this Quarkus no
 * longer has, and answers 500.
 */
class NotSignedIn {

    private static final int BEFORE_THE_LIBRARY = 1;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_LIBRARY)
    Response noToken() {
        return response("This needs a token: send Authorization: Bearer, from POST /api/token.");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_LIBRARY)
    Response badToken() {
        return response("The token does not hold: it is expired, or not signed by the gateway. Get a new one.");
    }

    private static Response response(String detail) {
        return HttpProblem.builder(Problem.unauthorized(detail))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }
}
