package io.aftercall.embedded.crm;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verdict of Standard Webhooks' own library, which shares no code with the dispatcher. */
final class SignatureCheck {

    private SignatureCheck() {}

    /** Why none of these secrets accepts the request; empty if one does. */
    static Optional<String> refusal(List<String> secrets, Map<String, List<String>> headers, byte[] body) {
        Optional<String> refusal = Optional.of("no secret registered for this path");
        for (String secret : secrets) {
            refusal = refusal(secret, headers, body);
            if (refusal.isEmpty()) {
                return refusal;
            }
        }
        return refusal;
    }

    private static Optional<String> refusal(String secret, Map<String, List<String>> headers, byte[] body) {
        try {
            new Webhook(secret).verify(new String(body, StandardCharsets.UTF_8), headers);
            return Optional.empty();
        } catch (WebhookVerificationException e) {
            return Optional.of(e.getMessage());
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("An empty secret was registered", e);
        }
    }
}
