package io.aftercall.recording.playback;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the paths of speech tracks and checks them: who has one may fetch that track until it expires, nothing else. */
@ApplicationScoped
public class SpeechPaths {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final SpeechConfig config;
    private final Clock clock;

    SpeechPaths(SpeechConfig config, Clock clock) {
        this.key = new SecretKeySpec(config.signingKey().getBytes(UTF_8), ALGORITHM);
        this.config = config;
        this.clock = clock;
    }

    /** A fresh path to one track of one revision; {@code channel} is a number or {@code original}. */
    public SpeechPath sign(String callSid, int revision, String channel) {
        Instant expiresAt = clock.instant().plus(config.speechPathLifetime()).truncatedTo(ChronoUnit.SECONDS);
        String expires = String.valueOf(expiresAt.getEpochSecond());
        String path = "/api/recordings/speech/%s/%d/%s?expires=%s&signature=%s"
                .formatted(callSid, revision, channel, expires, signature(callSid, revision, channel, expires));
        return new SpeechPath(path, expiresAt);
    }

    /** Whether the signature is ours for exactly this, and still good. */
    boolean holds(String callSid, int revision, String channel, String expires, String signature) {
        if (expires == null || signature == null) {
            return false;
        }
        byte[] expected = signature(callSid, revision, channel, expires).getBytes(UTF_8);
        boolean genuine = MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
        // Only what we signed is read as a number.
        return genuine && clock.instant().getEpochSecond() < Long.parseLong(expires);
    }

    private String signature(String callSid, int revision, String channel, String expires) {
        String signed = String.join("\n", callSid, String.valueOf(revision), channel, expires);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", impossible);
        }
    }

    /**
     * A signed path.
     *
     * @param path with its query
     * @param expiresAt when it stops working
     */
    public record SpeechPath(String path, Instant expiresAt) {}
}
