package io.aftercall.dispatcher.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.dispatcher.address.Policies;
import io.aftercall.embedded.crm.Answer;
import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.crm.ReceivedWebhook;
import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendWebhookTest {
    private static Vertx vertx;

    private final CrmReceiver crm = CrmReceiver.start();
    private Sender sender;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close();
    }

    @BeforeEach
    void startSender() {
        sender = new Sender(vertx);
    }

    @AfterEach
    void stopReceiver() {
        crm.close();
    }

    @Test
    void aSignedRequestArrivesToTheByte() {
        crm.register("/hook", Sender.SECRET_TEXT);

        Exchange exchange = sender.send(crm.url("/hook?tenant=7"), "{\"text\":\"Zoë — 你好\"}");

        assertThat(exchange.succeeded()).isTrue();
        assertThat(exchange.statusCode()).isEqualTo(200);
        ReceivedWebhook arrived = crm.received().get(0);
        assertThat(arrived.verified()).isTrue();
        assertThat(arrived.text()).isEqualTo("{\"text\":\"Zoë — 你好\"}");
        assertThat(arrived.header("content-type")).isEqualTo("application/json");
        assertThat(arrived.header("webhook-id")).isEqualTo("msg_1");
        assertThat(arrived.header("traceparent")).isNull();
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() {
        crm.answerWhen(any -> any.path().equals("/hook"), Answer.redirect(crm.url("/elsewhere")));

        Exchange exchange = sender.send(crm.url("/hook"));

        assertThat(exchange.error()).isEqualTo(ErrorClass.STATUS);
        assertThat(exchange.statusCode()).isEqualTo(307);
        assertThat(crm.received()).extracting(ReceivedWebhook::path).containsExactly("/hook");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyTwoHundredIsSuccess(int status) {
        crm.answerNext(1, Answer.status(status));

        assertThat(sender.send(crm.url("/hook")).succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 404, 410, 429, 500, 503})
    void anythingElseIsNot(int status) {
        crm.answerNext(1, Answer.status(status).withBody("no"));

        Exchange exchange = sender.send(crm.url("/hook"));

        assertThat(exchange.error()).isEqualTo(ErrorClass.STATUS);
        assertThat(exchange.statusCode()).isEqualTo(status);
        assertThat(exchange.gone()).isEqualTo(status == 410);
    }

    @Test
    void theReceiverMayAskForTime() {
        crm.answerNext(1, Answer.retryAfter(503, Duration.ofMinutes(7)));

        assertThat(sender.send(crm.url("/hook")).retryAfterIfAny()).contains(Duration.ofMinutes(7));
    }

    @Test
    void aReceiverThatNeverAnswersTimesOut() {
        sender.timeOut("800ms");
        crm.answerNext(1, Answer.hang(Duration.ofSeconds(30)));

        assertTimedOut(sender.send(crm.url("/hook")));
    }

    @Test
    void theTimeOutCoversTheBody() {
        sender.timeOut("3s");
        crm.answerNext(1, Answer.slowBody(Duration.ofSeconds(30)));

        Exchange exchange = sender.send(crm.url("/hook"));

        assertTimedOut(exchange);
        assertThat(exchange.statusCode()).isEqualTo(200);
    }

    @Test
    void aClosedConnectionIsAFailure() {
        crm.answerNext(1, Answer.disconnect());

        assertThat(sender.send(crm.url("/hook")).error()).isEqualTo(ErrorClass.BROKEN);
    }

    @Test
    void aClosedPortIsAFailureToConnect() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(sender.send("http://127.0.0.1:" + port + "/").error()).isEqualTo(ErrorClass.CONNECT);
    }

    @Test
    void anUnknownHostIsAFailureOfDns() {
        assertThat(sender.send("http://nobody.invalid/").error()).isEqualTo(ErrorClass.DNS);
    }

    /** No name server knows this name: were it looked up again to connect, nothing would arrive. */
    @Test
    void theConnectionGoesToTheJudgedAddressUnderItsName() {
        sender.host("crm.invalid", "127.0.0.1");

        Exchange exchange = sender.send("http://crm.invalid:" + crm.port() + "/hook");

        assertThat(exchange.succeeded()).isTrue();
        assertThat(crm.received().get(0).header("host")).isEqualTo("crm.invalid:" + crm.port());
    }

    @Test
    void theNextAddressIsTriedWhenOneTakesNoConnection() {
        sender.host("crm.invalid", "127.0.0.77", "127.0.0.1");

        assertThat(sender.send("http://crm.invalid:" + crm.port() + "/hook").succeeded())
                .isTrue();
    }

    @Test
    void aForbiddenAddressIsLeftOutAndTheOtherUsed() {
        sender.host("crm.invalid", "10.0.0.1", "127.0.0.1");

        Exchange exchange = sender.send("http://crm.invalid:" + crm.port() + "/hook");

        assertThat(exchange.succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://crm.invalid:%d/hook", "https://crm.invalid:%d/hook"})
    void nothingIsSentToASpecialAddress(String url) {
        sender.policy(Policies.strict()).host("crm.invalid", "127.0.0.1", "::1", "169.254.169.254");

        Exchange exchange = sender.send(url.formatted(crm.port()));

        assertThat(exchange.error()).isEqualTo(ErrorClass.REFUSED);
        assertThat(crm.received()).isEmpty();
    }

    @Test
    void nothingIsSentInTheClearBeyondOurOwnNetworks() {
        sender.host("crm.invalid", "93.184.216.34");

        assertThat(sender.send("http://crm.invalid/hook").error()).isEqualTo(ErrorClass.REFUSED);
    }

    private static void assertTimedOut(Exchange exchange) {
        assertThat(exchange.error()).isEqualTo(ErrorClass.TIMEOUT);
        assertThat(exchange.latency()).isBetween(Duration.ofMillis(750), Duration.ofSeconds(10));
    }
}
