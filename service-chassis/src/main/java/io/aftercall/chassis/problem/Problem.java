package io.aftercall.chassis.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;

/**
 * The problems a client can meet (RFC 9457). {@code type} is {@code urn:aftercall:problem:<slug>} and never changes its
 * meaning; {@code detail} is for people and says what to do. Details must not quote what a caller said, a number or a
 * secret.
 */
public final class Problem {

    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private Problem() {}

    /** 400: the request itself is wrong; doing it again does not help. */
    public static HttpProblem invalid(String detail) {
        return of("invalid", "Invalid request", Status.BAD_REQUEST.getStatusCode(), detail);
    }

    /** 401: no token, or one that does not hold. */
    public static HttpProblem unauthorized(String detail) {
        return of("unauthorized", "Not signed in", Status.UNAUTHORIZED.getStatusCode(), detail);
    }

    /** 403: the token holds, and is not enough; or a signature is wrong. */
    public static HttpProblem forbidden(String detail) {
        return of("forbidden", "Not allowed", Status.FORBIDDEN.getStatusCode(), detail);
    }

    /** 404: there is no such thing, or it belongs to somebody else. */
    public static HttpProblem notFound(String detail) {
        return of("not-found", "Not found", Status.NOT_FOUND.getStatusCode(), detail);
    }

    /** 409: it collides with what is already there. */
    public static HttpProblem conflict(String detail) {
        return of("conflict", "Conflict", Status.CONFLICT.getStatusCode(), detail);
    }

    /** 410: it was there and will not come back. */
    public static HttpProblem gone(String detail) {
        return of("gone", "Gone", Status.GONE.getStatusCode(), detail);
    }

    /** 413: more than is taken. */
    public static HttpProblem tooLarge(String detail) {
        return of("too-large", "Too large", TOO_LARGE, detail);
    }

    /** 429: too often; try again later. */
    public static HttpProblem tooMany(String detail) {
        return of("too-many", "Too many requests", TOO_MANY, detail);
    }

    /** 503: not now; the same request may succeed later. */
    public static HttpProblem unavailable(String detail) {
        return of("unavailable", "Not available now", Status.SERVICE_UNAVAILABLE.getStatusCode(), detail);
    }

    private static HttpProblem of(String slug, String title, int status, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:aftercall:problem:" + slug))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail)
                .build();
    }
}
