package io.aftercall.embedded.crm;

import java.time.Duration;
import java.util.Map;

/**
 * How the receiver answers a request.
 *
 * @param status the HTTP status; 0 closes the connection without an answer
 * @param headers answered headers
 * @param body answered body
 * @param before time until the head of the answer is sent
 * @param during time between the head and the body
 */
public record Answer(int status, Map<String, String> headers, String body, Duration before, Duration during) {

    /** 200 at once. */
    public static Answer ok() {
        return status(200);
    }

    public static Answer status(int status) {
        return new Answer(status, Map.of(), "", Duration.ZERO, Duration.ZERO);
    }

    /** 503 or 429 with {@code Retry-After}. */
    public static Answer retryAfter(int status, Duration delay) {
        return status(status).withHeader("Retry-After", Long.toString(delay.toSeconds()));
    }

    /** 410: do not come back. */
    public static Answer gone() {
        return status(410);
    }

    public static Answer redirect(String location) {
        return status(307).withHeader("Location", location);
    }

    /** Reads the request, then never answers: the connection is closed after this long. */
    public static Answer hang(Duration duration) {
        return new Answer(0, Map.of(), "", duration, Duration.ZERO);
    }

    /** Closes the connection at once. */
    public static Answer disconnect() {
        return hang(Duration.ZERO);
    }

    /** 200 whose head comes at once and whose body comes this much later. */
    public static Answer slowBody(Duration duration) {
        return new Answer(200, Map.of(), "late", Duration.ZERO, duration);
    }

    public Answer withBody(String newBody) {
        return new Answer(status, headers, newBody, before, during);
    }

    private Answer withHeader(String name, String value) {
        return new Answer(status, Map.of(name, value), body, before, during);
    }
}
