package io.aftercall.dispatcher.queue;

import io.aftercall.dispatcher.endpoint.SecretVault;
import io.aftercall.dispatcher.send.ErrorClass;
import io.aftercall.dispatcher.send.Exchange;
import io.aftercall.dispatcher.send.SendWebhook;
import io.aftercall.dispatcher.send.WebhookRequest;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends one claimed delivery and decides what follows. Never blocks; the future always succeeds. */
@ApplicationScoped
class AttemptDelivery {
    private static final byte[] NO_ANSWER = {};

    private final SendWebhook sendWebhook;
    private final SecretVault vault;
    private final AttemptSchedule schedule;
    private final AttemptTraces traces;
    private final Clock clock;

    AttemptDelivery(
            SendWebhook sendWebhook, SecretVault vault, AttemptSchedule schedule, AttemptTraces traces, Clock clock) {
        this.sendWebhook = sendWebhook;
        this.vault = vault;
        this.schedule = schedule;
        this.traces = traces;
        this.clock = clock;
    }

    Future<SettledAttempt> attempt(ClaimedDelivery delivery) {
        AttemptTraces.Trace trace = traces.begin(delivery);
        return send(delivery).map(exchange -> {
            trace.end(exchange);
            return settled(delivery, exchange, trace.id());
        });
    }

    private Future<Exchange> send(ClaimedDelivery delivery) {
        WebhookRequest request;
        try {
            request = request(delivery);
        } catch (RuntimeException ours) {
            String detail = ours.getClass().getSimpleName();
            return Future.succeededFuture(
                    new Exchange(clock.instant(), Duration.ZERO, null, ErrorClass.INTERNAL, detail, NO_ANSWER, null));
        }
        return sendWebhook.send(request);
    }

    private WebhookRequest request(ClaimedDelivery delivery) {
        List<byte[]> secrets = delivery.sealedSecrets().stream()
                .map(secret -> vault.open(delivery.endpointId(), secret))
                .toList();
        if (secrets.isEmpty()) {
            throw new IllegalStateException("The endpoint has no secret in force.");
        }
        byte[] body = delivery.payload().getBytes(StandardCharsets.UTF_8);
        return new WebhookRequest(URI.create(delivery.url()), delivery.id(), body, secrets);
    }

    private SettledAttempt settled(ClaimedDelivery delivery, Exchange exchange, String traceId) {
        if (exchange.succeeded()) {
            return new SettledAttempt(delivery, exchange, "delivered", Duration.ZERO, traceId);
        }
        if (exchange.gone()) {
            return new SettledAttempt(delivery, exchange, "withheld", Duration.ZERO, traceId);
        }
        Optional<Duration> pause = schedule.afterFailure(delivery.failures() + 1, exchange);
        return new SettledAttempt(
                delivery, exchange, pause.isPresent() ? "pending" : "exhausted", pause.orElse(Duration.ZERO), traceId);
    }
}
