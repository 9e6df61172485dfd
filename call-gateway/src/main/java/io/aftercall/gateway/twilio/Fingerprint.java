package io.aftercall.gateway.twilio;

import io.aftercall.gateway.form.Form;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What makes a callback the same callback: everything it says, and nothing of how it came. Twilio's idempotency token
 * is a header, which no signature covers, so it may be counted but not trusted to tell two callbacks apart.
 */
final class Fingerprint {

    private Fingerprint() {}

    static byte[] of(CallbackKind kind, Form form) {
        MessageDigest digest = sha256();
        add(digest, kind.word());
        form.values()
                .forEach((name, values) -> values.forEach(value -> {
                    add(digest, name);
                    add(digest, value);
                }));
        return digest.digest();
    }

    /** With its length before it, so that no two lists of texts run together alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256.", impossible);
        }
    }
}
