package io.aftercall.gateway.twilio;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.gateway.calllog.KeepCallback;
import io.aftercall.gateway.calllog.ReceivedCallback;
import io.aftercall.gateway.calllog.TwilioCallback;
import io.aftercall.gateway.form.Form;
import io.aftercall.gateway.form.MalformedForm;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Takes one callback: nothing is stored of a request that is not provably Twilio's, and none that is gets a 2xx before it
 * is on disk.
 */
@ApplicationScoped
class ReceiveCallback {

    private static final Logger LOG = Logger.getLogger(ReceiveCallback.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_TOKEN = 200;

    private final VerifySignature signature;
    private final KeepCallback keepCallback;
    private final Clock clock;
    private final MeterRegistry metrics;

    ReceiveCallback(VerifySignature signature, KeepCallback keepCallback, Clock clock, MeterRegistry metrics) {
        this.signature = signature;
        this.keepCallback = keepCallback;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Keeps the callback.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if it is not Twilio's, 400 or 413 if it is not a callback
     */
    void receive(CallbackKind kind, HttpServerRequest request, byte[] body) {
        try {
            Form form = verified(request, body);
            ReceivedCallback received = read(kind, request, body, form);
            MDC.put("callSid", received.told().callSid());
            KeepCallback.Kept kept = keepCallback.keep(received);
            count(kind, kept.name().toLowerCase(Locale.ROOT));
            LOG.debugf("A %s callback: %s.", kind.word(), kept);
        } catch (MalformedForm malformed) {
            count(kind, "malformed");
            throw Problem.invalid(malformed.getMessage());
        } finally {
            MDC.remove("callSid");
        }
    }

    private Form verified(HttpServerRequest request, byte[] body) {
        String given = request.getHeader("X-Twilio-Signature");
        if (given == null || given.isEmpty()) {
            throw notTwilio();
        }
        if (body.length > MOST_BYTES) {
            throw Problem.tooLarge("A callback has at most " + MOST_BYTES + " bytes.");
        }
        Form form = Form.parse(body);
        String account = form.value("AccountSid").orElse("");
        if (!signature.holds(account, request.uri(), form, given)) {
            throw notTwilio();
        }
        return form;
    }

    private RuntimeException notTwilio() {
        metrics.counter("aftercall.callbacks.refused").increment();
        return Problem.forbidden("This request is not signed with a token of a Twilio account that is known here.");
    }

    private ReceivedCallback read(CallbackKind kind, HttpServerRequest request, byte[] body, Form form) {
        // As fine as the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TwilioCallback told = kind.read(form, now);
        String token = request.getHeader("I-Twilio-Idempotency-Token");
        return new ReceivedCallback(
                kind.word(),
                request.uri(),
                new String(body, StandardCharsets.US_ASCII),
                Fingerprint.of(kind, form),
                token == null || token.length() > LONGEST_TOKEN ? null : token,
                now,
                told);
    }

    private void count(CallbackKind kind, String outcome) {
        metrics.counter("aftercall.callbacks", "kind", kind.word(), "outcome", outcome)
                .increment();
    }
}
