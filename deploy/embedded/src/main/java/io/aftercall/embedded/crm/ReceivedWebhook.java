package io.aftercall.embedded.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param path the path it was sent to
 * @param headers by lower-case name
 * @param body the exact bytes
 * @param refusal why the signature was not accepted; empty if it was
 * @param receivedAt when the last byte was there
 * @param answered the status it was answered with
 */
public record ReceivedWebhook(
        String path,
        Map<String, List<String>> headers,
        byte[] body,
        Optional<String> refusal,
        Instant receivedAt,
        int answered) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a registered secret signed exactly these bytes, within the last five minutes. */
    public boolean verified() {
        return refusal.isEmpty();
    }

    /** The first value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /** The {@code webhook-id} header: the same for every attempt at one message. */
    public String webhookId() {
        return header("webhook-id");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The call it is about, or an empty text. */
    public String callSid() {
        return json().at("/data/call/callSid").asText("");
    }
}
