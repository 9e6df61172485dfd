package io.aftercall.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/** The services behind the front door: recording-service answers, webhook-dispatcher is down. */
public class Backends implements QuarkusTestResourceLifecycleManager {

    /** A system property, because Quarkus loads this class and the tests through different class loaders. */
    public static final String ABANDONED = "aftercall.test.abandoned";

    private static final int LARGE = 20 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private HttpServer recordings;

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            recordings = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            recordings.setExecutor(Executors.newCachedThreadPool());
            recordings.createContext("/api/recordings/echo", Backends::echo);
            recordings.createContext("/api/recordings/large", Backends::large);
            recordings.createContext("/api/recordings/unchanged", exchange -> answer(exchange, 304, ""));
            recordings.createContext("/api/recordings/breaks-off", Backends::breakOff);
            recordings.createContext("/api/recordings/endless", Backends::endless);
            recordings.start();
            return Map.of(
                    "aftercall.recording-service.url",
                    "http://localhost:" + recordings.getAddress().getPort(),
                    "aftercall.webhook-dispatcher.url",
                    "http://localhost:" + free.getLocalPort());
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    @Override
    public void stop() {
        recordings.stop(0);
    }

    /** Method, path and query, token, and body, as they arrived. */
    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(
                exchange,
                200,
                String.join(
                        "|",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                        body));
    }

    private static void large(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LARGE);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int sent = 0; sent < LARGE; sent += CHUNK) {
                out.write(new byte[CHUNK]);
            }
        }
    }

    /** Sends until nobody listens any more, and says so in {@link #ABANDONED}. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(new byte[CHUNK]);
            }
        } catch (IOException nobodyListens) {
            System.setProperty(ABANDONED, "true");
        }
    }

    /** Promises more than it sends. */
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LARGE);
        exchange.getResponseBody().write(new byte[CHUNK]);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
