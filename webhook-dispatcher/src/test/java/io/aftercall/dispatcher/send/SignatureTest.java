package io.aftercall.dispatcher.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checked by Standard Webhooks' own library, which shares no code with ours. */
class SignatureTest {
    private static final byte[] SECRET = "a secret of 24 bytes ...".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "quite another one, 24 b.".getBytes(StandardCharsets.UTF_8);
    private static final String BODY = "{\"text\":\"Zoë says “hi” — 你好\"}";

    @Test
    void theReceiversLibraryAcceptsIt() {
        String header = sign(List.of(SECRET));

        assertThat(header).startsWith("v1,").doesNotContain(" ");
        assertThatCode(() -> verify(SECRET, header, BODY)).doesNotThrowAnyException();
    }

    @Test
    void whileSecretsRotateEachOneAlone() {
        String header = sign(List.of(SECRET, OTHER));

        assertThatCode(() -> verify(SECRET, header, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> verify(OTHER, header, BODY)).doesNotThrowAnyException();
    }

    @Test
    void itHoldsForNoOtherSecretAndNoOtherBody() {
        String header = sign(List.of(SECRET));

        assertThatThrownBy(() -> verify(OTHER, header, BODY)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(SECRET, header, BODY + " ")).isInstanceOf(WebhookVerificationException.class);
    }

    private final Instant now = Instant.now();

    private String sign(List<byte[]> secrets) {
        return Signature.header("msg_1", now, BODY.getBytes(StandardCharsets.UTF_8), secrets);
    }

    private void verify(byte[] secret, String header, String body) throws Exception {
        new Webhook("whsec_" + Base64.getEncoder().encodeToString(secret))
                .verify(
                        body,
                        Map.of(
                                "webhook-id", List.of("msg_1"),
                                "webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())),
                                "webhook-signature", List.of(header)));
    }
}
