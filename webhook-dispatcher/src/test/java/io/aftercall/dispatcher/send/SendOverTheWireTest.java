package io.aftercall.dispatcher.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, connections and odd answers, against servers that show what happens on the wire. */
class SendOverTheWireTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static PfxOptions certificate;

    @BeforeAll
    static void startVertx() throws IOException, InterruptedException {
        vertx = Vertx.vertx();
        certificate = certificateFor("crm.invalid");
    }

    @AfterAll
    static void stopVertx() {
        vertx.close();
    }

    @Test
    void tlsIsSpokenUnderTheNameAndNotTheAddress() {
        HttpServer server =
                https(request -> request.response().end(request.connection().indicatedServerName()));
        Sender sender = trusting().host("crm.invalid", "127.0.0.1");

        Exchange exchange = sender.send("https://crm.invalid:" + server.actualPort() + "/");

        assertThat(exchange.succeeded()).isTrue();
        assertThat(exchange.responseHead()).asString().isEqualTo("crm.invalid");
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        HttpServer server = https(request -> request.response().end());
        Sender sender = trusting().host("other.invalid", "127.0.0.1");

        assertThat(sender.send("https://other.invalid:" + server.actualPort() + "/")
                        .error())
                .isEqualTo(ErrorClass.TLS);
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused() {
        HttpServer server = https(request -> request.response().end());
        Sender sender = new Sender(vertx).host("crm.invalid", "127.0.0.1");

        assertThat(sender.send("https://crm.invalid:" + server.actualPort() + "/")
                        .error())
                .isEqualTo(ErrorClass.TLS);
    }

    @Test
    void connectionsAreKept() {
        AtomicInteger connections = new AtomicInteger();
        HttpServer server = listening(vertx.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> request.response().end("thanks")));
        Sender sender = new Sender(vertx);
        String url = "http://127.0.0.1:" + server.actualPort() + "/";

        for (int i = 0; i < 20; i++) {
            assertThat(sender.send(url).succeeded()).isTrue();
        }

        // More than one only where a request came before the last answer's connection was back.
        assertThat(connections).hasValueLessThan(10);
    }

    @Test
    void anEndlessAnswerIsCutOffAndCounts() {
        HttpServer server = listening(vertx.createHttpServer().requestHandler(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(
                    1,
                    timer -> request.response()
                            .write(Buffer.buffer("x".repeat(1000)))
                            .onFailure(closed -> vertx.cancelTimer(timer)));
        }));

        Exchange exchange = new Sender(vertx).send("http://127.0.0.1:" + server.actualPort() + "/");

        assertThat(exchange.succeeded()).isTrue();
        assertThat(exchange.responseHead()).hasSize(20_000);
        assertThat(exchange.latency()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerThatTricklesInTimesOut() {
        HttpServer server = listening(vertx.createHttpServer().requestHandler(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(50, timer -> request.response().write("x").onFailure(closed -> vertx.cancelTimer(timer)));
        }));

        Exchange exchange = new Sender(vertx).timeOut("3s").send("http://127.0.0.1:" + server.actualPort() + "/");

        assertThat(exchange.error()).isEqualTo(ErrorClass.TIMEOUT);
        assertThat(exchange.responseHead()).asString().startsWith("xxx");
    }

    @Test
    void whatIsNotHttpIsAFailure() {
        NetServer server = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(any -> socket.write("220 smtp.example.com\r\n\r\n")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(new Sender(vertx)
                        .send("http://127.0.0.1:" + server.actualPort() + "/")
                        .error())
                .isEqualTo(ErrorClass.BROKEN);
    }

    @Test
    void anIpv6AddressIsReachedToo() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(request.getHeader("Host")))
                .listen(0, "::1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        String authority = "[::1]:" + server.actualPort();

        Exchange exchange = new Sender(vertx).host("::1", "::1").send("http://" + authority + "/");

        assertThat(exchange.succeeded()).isTrue();
        assertThat(exchange.responseHead()).asString().isEqualTo(authority);
    }

    private static Sender trusting() {
        return new Sender(vertx).client(options -> options.setTrustOptions(certificate));
    }

    private static HttpServer https(Handler<HttpServerRequest> handler) {
        return listening(vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(handler));
    }

    private static HttpServer listening(HttpServer server) {
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Made by the JDK's own tool, for this run only. */
    private static PfxOptions certificateFor(String host) throws IOException, InterruptedException {
        Path store = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "crm",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }
}
