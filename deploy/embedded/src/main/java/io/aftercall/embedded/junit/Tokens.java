package io.aftercall.embedded.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** ES256 tokens that services started with {@link EmbeddedStack} accept, as the gateway would sign them. */
public final class Tokens {

    static final String ISSUER = "aftercall";
    static final String AUDIENCE = "aftercall";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private Tokens() {}

    /** A token of role {@code admin}. */
    public static String admin() {
        return sign(claims("admin"));
    }

    /** A token of role {@code business} that speaks for this business. */
    public static String business(String businessId) {
        Map<String, Object> claims = claims("business");
        claims.put("business_id", businessId);
        return sign(claims);
    }

    /** A token that ended an hour ago. */
    public static String expired() {
        Instant end = Instant.now().minus(Duration.ofHours(1));
        return with(Map.of("iat", end.minus(LIFETIME).getEpochSecond(), "exp", end.getEpochSecond()));
    }

    /** An admin's token with some claims replaced or added; a null value removes one. For tests of refusals. */
    public static String with(Map<String, Object> changes) {
        Map<String, Object> claims = claims("admin");
        claims.putAll(changes);
        claims.values().removeIf(value -> value == null);
        return sign(claims);
    }

    /** The key they are signed with, as PKCS#8 PEM: for a gateway under test that signs its own. */
    public static String privateKeyPem() {
        return TestKey.ofThisJvm().privatePem();
    }

    /** The key they are verified with, as PEM. */
    public static String publicKeyPem() {
        return TestKey.ofThisJvm().publicPem();
    }

    private static Map<String, Object> claims(String role) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", "test-" + role);
        claims.put("upn", "test-" + role);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("groups", List.of(role));
        return claims;
    }

    private static String sign(Map<String, Object> claims) {
        try {
            String signed = encode(Map.of("alg", "ES256", "typ", "JWT")) + "." + encode(claims);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(TestKey.ofThisJvm().privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, Object> part) {
        try {
            return base64(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
