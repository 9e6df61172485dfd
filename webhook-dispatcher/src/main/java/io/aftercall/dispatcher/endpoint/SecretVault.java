package io.aftercall.dispatcher.endpoint;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets for the database (AES-256-GCM), each bound to its endpoint: a row copied to another endpoint, or
 * changed, does not open.
 */
@ApplicationScoped
@Startup // a setting that cannot be read is told at the start, not at the first webhook
public class SecretVault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Leads every sealed secret, so that another way of sealing can be told apart later. */
    private static final byte VERSION = 1;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretVault(EndpointConfig config) {
        this.key = new SecretKeySpec(keyBytes(config.secretKey()), "AES");
    }

    private static byte[] keyBytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through: the same sentence mends both, and must not quote the key.
        }
        throw new IllegalStateException("aftercall.webhook.secret-key must be base64 of " + KEY_BYTES
                + " random bytes, such as from: openssl rand -base64 " + KEY_BYTES);
    }

    /** Encrypts {@code secret} of {@code endpointId}. */
    public byte[] seal(String endpointId, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = apply(Cipher.ENCRYPT_MODE, endpointId, nonce, secret);
        return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                .put(VERSION)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /**
     * Decrypts what {@link #seal} made for the same endpoint with the same key.
     *
     * @throws IllegalStateException if it was made otherwise
     */
    public byte[] open(String endpointId, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        if (sealed.length <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
            throw new IllegalStateException("A stored secret is not in a form this version knows.");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] encrypted = new byte[buffer.remaining()];
        buffer.get(encrypted);
        return apply(Cipher.DECRYPT_MODE, endpointId, nonce, encrypted);
    }

    private byte[] apply(int mode, String endpointId, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(endpointId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "A stored secret does not open: was aftercall.webhook.secret-key changed?", wrongKey);
        }
    }
}
