package io.aftercall.embedded.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Twilio's identifiers, derived from a seed: tests can repeat them, and different seeds do not collide. */
public final class Sids {

    private Sids() {}

    public static String account(String seed) {
        return "AC" + hex("account", seed);
    }

    public static String call(String seed) {
        return "CA" + hex("call", seed);
    }

    public static String recording(String seed) {
        return "RE" + hex("recording", seed);
    }

    /** 32 hex digits. */
    static String hex(String kind, String seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((kind + ":" + seed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
