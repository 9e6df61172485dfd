package io.aftercall.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What only this stack knows, made once and kept: another set would make its data unreadable.
 *
 * @param clientId the first admin client of the gateway
 * @param clientSecret its secret
 * @param twilioAccountSid the sandbox's account
 * @param twilioAuthToken its token
 * @param webhookKey AES-256, base64: encrypts the endpoints' secrets at rest
 * @param recordingKey HMAC, base64: signs the paths under which audio is served to other services
 */
record Secrets(
        String clientId,
        String clientSecret,
        String twilioAccountSid,
        String twilioAuthToken,
        String webhookKey,
        String recordingKey) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The secrets in this folder, generated if there are none yet. */
    static Secrets in(Path folder) {
        Path file = folder.resolve("secrets.json");
        try {
            if (!Files.exists(file)) {
                StackFolder.writePrivately(file, JSON.writeValueAsBytes(generate(new SecureRandom())));
            }
            if (!Files.exists(tokenKey(folder))) {
                StackFolder.writePrivately(tokenKey(folder), newTokenKey().getBytes(StandardCharsets.US_ASCII));
            }
            return JSON.readValue(file.toFile(), Secrets.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read or make " + file, e);
        }
    }

    /** The private key the gateway signs tokens with: ES256, PKCS#8, PEM. */
    static Path tokenKey(Path folder) {
        return folder.resolve("token-key.pem");
    }

    @Override
    public String toString() {
        return "Secrets[clientId=%s, twilioAccountSid=%s]".formatted(clientId, twilioAccountSid);
    }

    private static Secrets generate(SecureRandom random) {
        return new Secrets(
                "aftercall-local",
                base64Url(random, 32),
                "AC" + hex(random, 16),
                hex(random, 16),
                base64(random, 32),
                base64(random, 32));
    }

    private static String newTokenKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks elliptic curves", e);
        }
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hex(SecureRandom random, int length) {
        return HexFormat.of().formatHex(bytes(random, length));
    }

    private static String base64(SecureRandom random, int length) {
        return Base64.getEncoder().encodeToString(bytes(random, length));
    }

    private static String base64Url(SecureRandom random, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, length));
    }
}
