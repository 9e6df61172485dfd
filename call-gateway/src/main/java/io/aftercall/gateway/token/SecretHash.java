package io.aftercall.gateway.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Secrets as they are kept: {@code pbkdf2-sha512$rounds$salt$hash}. The rounds stand with each, so that raising them
 * locks nobody out.
 */
final class SecretHash {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String NAME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final int PARTS = 4;

    private SecretHash() {}

    /** Hashes a secret with fresh salt. */
    static String of(String secret, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.join(
                "$",
                NAME,
                String.valueOf(rounds),
                base64.encodeToString(salt),
                base64.encodeToString(derive(secret, salt, rounds)));
    }

    /** Whether {@code secret} is the one that was hashed; takes as long either way. */
    static boolean matches(String secret, String kept) {
        String[] parts = kept.split("\\$");
        if (parts.length != PARTS || !NAME.equals(parts[0])) {
            throw new IllegalStateException("A secret is kept in a form that is not known.");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, derive(secret, salt, Integer.parseInt(parts[1])));
    }

    private static byte[] derive(String secret, byte[] salt, int rounds) {
        try {
            KeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", impossible);
        }
    }
}
