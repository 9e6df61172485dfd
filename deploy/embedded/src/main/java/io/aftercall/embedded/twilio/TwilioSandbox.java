package io.aftercall.embedded.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aftercall.embedded.ffmpeg.FfmpegBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twilio's REST API for one account on 127.0.0.1: serves what was played by a {@link CallPlayer}, checks credentials and
 * fails the way Twilio does.
 */
public final class TwilioSandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioSandbox.class);

    private final TwilioAccount account;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Archive archive = new Archive();
    private final RestApi api;
    private final List<PlayedCall> ledger = new CopyOnWriteArrayList<>();
    private final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Outage> outage = new AtomicReference<>(new Outage(0, 0));

    private record Outage(int requestsLeft, int status) {}

    private TwilioSandbox(TwilioAccount account, HttpServer server) {
        this.account = account;
        this.server = server;
        this.api = new RestApi(account, archive, new Mp3Encoder(FfmpegBinary::locate));
    }

    /** Starts on a free port with an account of its own. */
    public static TwilioSandbox start() {
        return start(TwilioAccount.of("sandbox"), 0);
    }

    /** Starts on this port of 127.0.0.1; 0 is any free one. */
    public static TwilioSandbox start(TwilioAccount account, int port) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            TwilioSandbox sandbox = new TwilioSandbox(account, HttpServer.create(address, 512));
            sandbox.server.setExecutor(sandbox.threads);
            sandbox.server.createContext("/", sandbox::handle);
            sandbox.server.start();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("The Twilio sandbox could not listen on port " + port, e);
        }
    }

    public TwilioAccount account() {
        return account;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What {@code https://api.twilio.com} is elsewhere. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** Every call played so far, in the order they ended. */
    public List<PlayedCall> ledger() {
        return List.copyOf(ledger);
    }

    /** Every request to the REST API so far. */
    public List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    /** Answers the next requests with this status instead, e.g. 503 or 429. */
    public void failNext(int requests, int status) {
        outage.set(new Outage(requests, status));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Makes a call known to the REST API. */
    void keep(SandboxCall call) {
        archive.keep(call);
    }

    void note(PlayedCall played) {
        ledger.add(played);
    }

    /** The account's URL, e.g. of its recordings. */
    String accountUrl() {
        return baseUrl() + api.root();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            boolean authorized = authorized(exchange.getRequestHeaders().getFirst("Authorization"));
            ApiReply reply = reply(exchange.getRequestMethod(), path, query, authorized);
            requests.add(new ApiRequest(exchange.getRequestMethod(), path, query, authorized, reply.status()));
            send(exchange, reply);
        }
    }

    private ApiReply reply(String method, String path, Map<String, String> query, boolean authorized) {
        Outage now = outage.getAndUpdate(left -> new Outage(Math.max(0, left.requestsLeft() - 1), left.status()));
        if (now.requestsLeft() > 0) {
            return ApiReply.error(now.status(), 20500, "Out of order on request");
        }
        if (!authorized) {
            return ApiReply.error(401, 20003, "Authenticate");
        }
        try {
            return api.answer(method, path, query);
        } catch (RuntimeException e) {
            LOG.error("The Twilio sandbox failed at {} {}", method, path, e);
            return ApiReply.error(500, 20500, "Internal server error");
        }
    }

    private static void send(HttpExchange exchange, ApiReply reply) throws IOException {
        if (reply.contentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        if (reply.status() == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    private boolean authorized(String header) {
        String credentials = account.sid() + ":" + account.authToken();
        String expected = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return expected.equals(header);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
