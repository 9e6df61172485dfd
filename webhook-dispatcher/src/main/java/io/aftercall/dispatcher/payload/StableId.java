package io.aftercall.dispatcher.payload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids made from what they name, so that the same thing has the same id for ever: a receiver recognises a repeat even when
 * our database was restored from yesterday and everything since is taken from the topics again.
 */
public final class StableId {
    private static final int BYTES = 16;

    private StableId() {}

    /** {@code prefix} and 32 hex digits that {@code parts} alone decide; no part may hold a line break. */
    public static String of(String prefix, String... parts) {
        byte[] digest = sha256().digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return prefix + HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
