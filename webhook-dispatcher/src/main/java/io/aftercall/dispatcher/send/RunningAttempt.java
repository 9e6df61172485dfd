package io.aftercall.dispatcher.send;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;

/**
 * One attempt from its start to its one end: whichever of answer, failure and deadline comes first is the exchange, and
 * the others change nothing. The deadline covers everything, the body too.
 */
final class RunningAttempt {
    /** What is kept of an answer; the connection is closed on a receiver that has more to say. */
    static final int KEPT_BYTES = 20_000;

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final Promise<Exchange> exchange = Promise.promise();
    private final Clock clock;
    private final Vertx vertx;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final long deadline;
    private final Buffer head = Buffer.buffer();

    private HttpClientRequest request;
    private HttpClientResponse response;

    RunningAttempt(Clock clock, Vertx vertx, Duration timeOut) {
        this.clock = clock;
        this.vertx = vertx;
        this.startedAt = clock.instant();
        this.deadline = vertx.setTimer(Math.max(1, timeOut.toMillis()), id -> timedOut(timeOut));
    }

    Future<Exchange> future() {
        return exchange.future();
    }

    boolean isOver() {
        return exchange.future().isComplete();
    }

    /** Takes charge of a connected request; false, and the request is given up, when the attempt is over already. */
    synchronized boolean holds(HttpClientRequest connected) {
        if (isOver()) {
            connected.reset();
            return false;
        }
        request = connected;
        return true;
    }

    /** Reads the answer's body as far as it is kept, then ends. */
    synchronized void answered(HttpClientResponse answer) {
        response = answer;
        answer.exceptionHandler(this::broken);
        answer.endHandler(end -> ended());
        answer.handler(this::read);
    }

    private synchronized void read(Buffer part) {
        head.appendBuffer(part, 0, Math.min(part.length(), KEPT_BYTES - head.length()));
        if (head.length() >= KEPT_BYTES) {
            ended();
            request.reset();
        }
    }

    private synchronized void ended() {
        int status = response.statusCode();
        if (status >= OK && status < MULTIPLE_CHOICES) {
            end(null, null);
        } else {
            end(ErrorClass.STATUS, "The receiver answered " + status + ".");
        }
    }

    private synchronized void timedOut(Duration timeOut) {
        end(ErrorClass.TIMEOUT, "No complete answer within " + timeOut.toMillis() + " ms.");
        if (request != null) {
            request.reset();
        }
    }

    void unresolved(Throwable failure) {
        failed(ErrorClass.DNS, failure);
    }

    void refused() {
        end(ErrorClass.REFUSED, "The host's addresses are not public.");
    }

    void unconnected(Throwable failure) {
        failed(isTls(failure) ? ErrorClass.TLS : ErrorClass.CONNECT, failure);
    }

    void broken(Throwable failure) {
        failed(isTls(failure) ? ErrorClass.TLS : ErrorClass.BROKEN, failure);
    }

    /** Ends with the failure's class alone: messages of failures quote what is not ours to keep. */
    void failed(ErrorClass error, Throwable failure) {
        end(error, failure.getClass().getSimpleName());
    }

    private synchronized void end(ErrorClass error, String detail) {
        if (isOver()) {
            return;
        }
        vertx.cancelTimer(deadline);
        Duration retryAfter = response == null || error != ErrorClass.STATUS
                ? null
                : RetryAfter.read(response.getHeader(HttpHeaders.RETRY_AFTER), clock.instant())
                        .orElse(null);
        exchange.complete(new Exchange(
                startedAt,
                Duration.ofNanos(System.nanoTime() - startedNanos),
                response == null ? null : response.statusCode(),
                error,
                detail,
                head.getBytes(),
                retryAfter));
    }

    private static boolean isTls(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }
}
