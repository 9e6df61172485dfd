package io.aftercall.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.crm.ReceivedWebhook;
import io.aftercall.embedded.twilio.CallDirection;
import io.aftercall.embedded.twilio.CallPlayer;
import io.aftercall.embedded.twilio.PlayedCall;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.embedded.twilio.TwilioSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control interface: JSON over HTTP on the loopback interface, for {@link SandboxClient}. */
final class Controls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Controls.class);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;

    private final TwilioSandbox twilio;
    private final CrmReceiver crm;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Controls(TwilioSandbox twilio, CrmReceiver crm, HttpServer server) {
        this.twilio = twilio;
        this.crm = crm;
        this.server = server;
    }

    static Controls start(int port, TwilioSandbox twilio, CrmReceiver crm) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            Controls controls = new Controls(twilio, crm, HttpServer.create(address, 64));
            controls.server.setExecutor(controls.threads);
            controls.server.createContext("/", controls::handle);
            controls.server.start();
            return controls;
        } catch (IOException e) {
            throw new UncheckedIOException("The control interface could not listen on port " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                String target = exchange.getRequestURI().getPath();
                answer(
                        exchange,
                        OK,
                        switch (exchange.getRequestMethod() + " " + target) {
                            case "GET /health" -> Map.of("status", "UP");
                            case "POST /calls" -> play(SandboxJson.read(body, PlayRequest.class));
                            case "POST /secrets" -> register(SandboxJson.read(body, JsonNode.class));
                            case "GET /arrivals" ->
                                arrivals(exchange.getRequestURI().getQuery());
                            default -> throw new UnsupportedOperationException(target);
                        });
            } catch (IllegalArgumentException | JsonProcessingException e) {
                answer(exchange, BAD_REQUEST, Map.of("error", e.getMessage()));
            } catch (UnsupportedOperationException e) {
                answer(exchange, NOT_FOUND, Map.of("error", "There is no " + e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
                answer(exchange, INTERNAL_ERROR, Map.of("error", e.toString()));
            }
        }
    }

    private PlayedSummary play(PlayRequest request) {
        SampleCall call = request.sample() != null
                ? SampleCall.named(request.sample())
                : SampleCall.fromFile(
                        Path.of(request.file()),
                        CallDirection.parse(request.direction()),
                        request.from(),
                        request.to());
        Instant endedAt = Instant.now();
        PlayedCall played =
                CallPlayer.to(twilio, request.gateway(), request.publicUrl()).play(call);
        List<String> refused = played.sent().stream()
                .filter(sent -> !sent.accepted())
                .map(sent -> sent.callback().path() + " " + sent.answers())
                .toList();
        return new PlayedSummary(call.name(), played.callSid(), played.durationSec(), endedAt, refused);
    }

    private Map<String, String> register(JsonNode request) {
        String path = request.path("path").asText();
        crm.register(path, request.path("secret").asText());
        return Map.of("url", crm.url(path));
    }

    /** Of the call the query names. */
    private List<Arrival> arrivals(String callSid) {
        return crm.received(callSid).stream().map(Controls::arrival).toList();
    }

    private static Arrival arrival(ReceivedWebhook webhook) {
        return new Arrival(
                webhook.callSid(),
                webhook.webhookId(),
                webhook.refusal().orElse(null),
                webhook.receivedAt(),
                webhook.answered(),
                webhook.json());
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = SandboxJson.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
