package io.aftercall.embedded.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrmReceiverTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String PATH = "/hooks/lakeside";
    private static final String BODY = "{\"type\":\"call.completed\",\"data\":{\"call\":{\"callSid\":\"CA1\"}}}";

    private final CrmReceiver receiver = CrmReceiver.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aSignedWebhookIsVerifiedAndKept() throws Exception {
        receiver.register(PATH, SECRET);

        int status = post(SECRET, BODY, BODY).statusCode();

        ReceivedWebhook webhook = receiver.awaitCall("CA1", Duration.ofSeconds(5));
        assertThat(status).isEqualTo(200);
        assertThat(webhook.verified()).isTrue();
        assertThat(webhook.webhookId()).isEqualTo("msg_1");
        assertThat(webhook.text()).isEqualTo(BODY);
        assertThat(webhook.path()).isEqualTo(PATH);
        assertThat(receiver.received("CA1")).hasSize(1);
    }

    @Test
    void duringARotationEitherSecretWillDo() throws Exception {
        receiver.register(PATH, SECRET);
        receiver.register(PATH, NEW_SECRET);

        post(SECRET, BODY, BODY);
        post(NEW_SECRET, BODY, BODY);

        assertThat(receiver.received()).extracting(ReceivedWebhook::verified).containsExactly(true, true);
    }

    @Test
    void aChangedBodyIsRefusedAndSaysWhy() throws Exception {
        receiver.register(PATH, SECRET);

        int status = post(SECRET, BODY, BODY.replace("CA1", "CA2")).statusCode();

        assertThat(status).isEqualTo(401);
        assertThat(receiver.received().get(0).verified()).isFalse();
        assertThatThrownBy(() -> receiver.awaitCall("CA2", Duration.ofMillis(50)))
                .hasMessageContaining("CA2 (401, ");
    }

    @Test
    void withoutASecretNothingIsVerified() throws Exception {
        post(SECRET, BODY, BODY);

        assertThat(receiver.received().get(0).refusal()).contains("no secret registered for this path");
    }

    @Test
    void itFailsAsOftenAsToldThenBehaves() throws Exception {
        receiver.register(PATH, SECRET);
        receiver.answerNext(2, Answer.retryAfter(503, Duration.ofSeconds(7)));

        HttpResponse<String> first = post(SECRET, BODY, BODY);
        int second = post(SECRET, BODY, BODY).statusCode();
        int third = post(SECRET, BODY, BODY).statusCode();

        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(second).isEqualTo(503);
        assertThat(third).isEqualTo(200);
        assertThat(receiver.received()).extracting(ReceivedWebhook::answered).containsExactly(503, 503, 200);
    }

    @Test
    void itMisbehavesForThoseThatFitOnly() throws Exception {
        receiver.answerWhen(webhook -> webhook.callSid().equals("CA1"), Answer.gone());

        int fits = post(SECRET, BODY, BODY).statusCode();
        int other = post(SECRET, BODY, BODY.replace("CA1", "CA2")).statusCode();
        receiver.behave();
        int later = post(SECRET, BODY, BODY).statusCode();

        assertThat(fits).isEqualTo(410);
        assertThat(other).isEqualTo(200);
        assertThat(later).isEqualTo(200);
    }

    @Test
    void itHangsDisconnectsAndRedirects() throws Exception {
        receiver.answerNext(1, Answer.redirect("http://127.0.0.1:1/elsewhere"));
        HttpResponse<String> redirected = post(SECRET, BODY, BODY);
        assertThat(redirected.statusCode()).isEqualTo(307);
        assertThat(redirected.headers().firstValue("Location")).contains("http://127.0.0.1:1/elsewhere");

        receiver.answerNext(1, Answer.hang(Duration.ofSeconds(30)));
        assertThatThrownBy(() -> post(SECRET, BODY, BODY, Duration.ofMillis(500)))
                .isInstanceOf(HttpTimeoutException.class);

        receiver.answerWhen(webhook -> true, Answer.disconnect());
        assertThatThrownBy(() -> post(SECRET, BODY, BODY)).isInstanceOf(IOException.class);
    }

    @Test
    void aSlowBodyComesAfterItsHead() throws Exception {
        receiver.answerNext(1, Answer.slowBody(Duration.ofMillis(300)));
        Instant before = Instant.now();

        HttpResponse<String> response = post(SECRET, BODY, BODY);

        assertThat(response.body()).isEqualTo("late");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private HttpResponse<String> post(String secret, String signed, String sent) throws Exception {
        return post(secret, signed, sent, Duration.ofSeconds(30));
    }

    private HttpResponse<String> post(String secret, String signed, String sent, Duration limit) throws Exception {
        long now = Instant.now().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url(PATH)))
                .timeout(limit)
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(secret).sign("msg_1", now, signed))
                .POST(HttpRequest.BodyPublishers.ofString(sent))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
