package io.aftercall.dispatcher.delivery;

import java.time.Instant;

/**
 * What came of one attempt.
 *
 * @param latencyMs null when it never came to an end
 * @param statusCode null if there was no answer
 * @param error a word of {@code dns, refused, connect, tls, timeout, status, broken, abandoned, internal}; null for success
 * @param detail one sentence on the error
 * @param response the first 20,000 bytes of the answer, as text; null if there was none
 * @param traceId the trace it belongs to; null if nothing was traced
 */
record Attempt(
        int number,
        Instant startedAt,
        Integer latencyMs,
        Integer statusCode,
        String error,
        String detail,
        String response,
        String traceId) {}
