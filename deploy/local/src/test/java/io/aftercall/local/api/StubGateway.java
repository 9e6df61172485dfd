package io.aftercall.local.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers like the gateway as far as its clients look; 404 to what it was told nothing about. */
public final class StubGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body) {}

    public StubGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::handle);
        server.start();
        answer("POST /api/token", 200, "{\"access_token\":\"t\",\"expires_in\":900}");
    }

    public void answer(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
    }

    /** What was asked, as {@code METHOD /path}; without the tokens. */
    public List<String> requests() {
        return requests.stream()
                .filter(request -> !request.equals("POST /api/token"))
                .toList();
    }

    public long tokensGiven() {
        return requests.stream()
                .filter(request -> request.equals("POST /api/token"))
                .count();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public AftercallApi api() {
        return new AftercallApi(url(), "client", "secret");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            Answer answer = answers.getOrDefault(request, new Answer(404, "{}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
