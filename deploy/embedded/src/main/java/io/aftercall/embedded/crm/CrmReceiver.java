package io.aftercall.embedded.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An HTTP server that takes webhooks on any path, keeps every request and says whether an independent implementation of
 * Standard Webhooks accepts its signature. Answers 200 to every request, or 401 where a path has secrets and none fits,
 * unless told otherwise.
 */
public final class CrmReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object lock = new Object();
    private final List<ReceivedWebhook> received = new ArrayList<>();
    private final Map<String, List<String>> secrets = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private CrmReceiver(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of 127.0.0.1. */
    public static CrmReceiver start() {
        return start(0);
    }

    /** Starts on this port of 127.0.0.1. */
    public static CrmReceiver start(int port) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            CrmReceiver receiver = new CrmReceiver(HttpServer.create(address, 512));
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", receiver::handle);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("The CRM receiver could not listen on port " + port, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The URL to register as an endpoint, e.g. for path {@code /hooks/lakeside}. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Adds a secret ({@code whsec_…}) that requests to this path may be signed with. */
    public void register(String path, String secret) {
        synchronized (lock) {
            secrets.computeIfAbsent(path, any -> new ArrayList<>()).add(secret);
        }
    }

    /** Answers the next requests this way, however many, then as before. */
    public void answerNext(int requests, Answer answer) {
        addRule(new Rule(any -> true, answer, requests));
    }

    /** Answers requests that fit this way until {@link #behave()}; later rules win. */
    public void answerWhen(Predicate<ReceivedWebhook> fits, Answer answer) {
        addRule(new Rule(fits, answer, Integer.MAX_VALUE));
    }

    /** Forgets all rules. */
    public void behave() {
        synchronized (lock) {
            rules.clear();
        }
    }

    /** Every request so far, in the order of arrival. */
    public List<ReceivedWebhook> received() {
        synchronized (lock) {
            return List.copyOf(received);
        }
    }

    /** Every request so far about this call. */
    public List<ReceivedWebhook> received(String callSid) {
        return received().stream()
                .filter(webhook -> callSid.equals(webhook.callSid()))
                .toList();
    }

    /**
     * Waits for a verified webhook about this call that was answered with 2xx.
     *
     * @throws IllegalStateException if there is none in time; it says what came instead
     */
    public ReceivedWebhook awaitCall(String callSid, Duration limit) {
        return await(
                webhook -> callSid.equals(webhook.callSid()) && webhook.verified() && webhook.answered() / 100 == 2,
                limit);
    }

    /**
     * Waits for a request that fits.
     *
     * @throws IllegalStateException if there is none in time; it says what came instead
     */
    public ReceivedWebhook await(Predicate<ReceivedWebhook> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (lock) {
            while (true) {
                Optional<ReceivedWebhook> found =
                        received.stream().filter(wanted).findFirst();
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new IllegalStateException("No such webhook within " + limit + "; arrived: " + summary());
                }
                pause(left);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        Answer answer;
        synchronized (lock) {
            List<String> known = List.copyOf(secrets.getOrDefault(path, List.of()));
            Optional<String> refusal = SignatureCheck.refusal(known, headers, body);
            ReceivedWebhook arrived = new ReceivedWebhook(path, headers, body, refusal, Instant.now(), 0);
            answer = choose(arrived, !known.isEmpty());
            received.add(new ReceivedWebhook(path, headers, body, refusal, arrived.receivedAt(), answer.status()));
            lock.notifyAll();
        }
        send(exchange, answer);
    }

    private Answer choose(ReceivedWebhook arrived, boolean mustBeSigned) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if (rule.fits.test(arrived)) {
                if (--rule.left == 0) {
                    rules.remove(i);
                }
                return rule.answer;
            }
        }
        return mustBeSigned && !arrived.verified() ? Answer.status(401) : Answer.ok();
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            linger(answer.before());
            if (answer.status() == 0) {
                return;
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().flush();
            linger(answer.during());
            if (body.length > 0) {
                OutputStream out = exchange.getResponseBody();
                out.write(body);
            }
        }
    }

    /** Until the time is over or the receiver closes. */
    private void linger(Duration duration) {
        try {
            if (duration.toMillis() > 0) {
                closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void addRule(Rule rule) {
        synchronized (lock) {
            rules.add(rule);
        }
    }

    private String summary() {
        return received.stream()
                .map(webhook -> "%s %s (%d%s)"
                        .formatted(
                                webhook.path(),
                                webhook.callSid(),
                                webhook.answered(),
                                webhook.refusal().map(why -> ", " + why).orElse("")))
                .toList()
                .toString();
    }

    private void pause(long millis) {
        try {
            lock.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a webhook", e);
        }
    }

    private static final class Rule {
        private final Predicate<ReceivedWebhook> fits;
        private final Answer answer;
        private int left;

        private Rule(Predicate<ReceivedWebhook> fits, Answer answer, int left) {
            this.fits = fits;
            this.answer = answer;
            this.left = left;
        }
    }
}
