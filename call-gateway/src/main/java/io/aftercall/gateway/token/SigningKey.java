package io.aftercall.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/** The key pair behind this gateway's tokens. It is named by its RFC 7638 thumbprint, alike in every replica. */
@ApplicationScoped
class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final ECPrivateKey privateKey;
    private final EllipticCurveJsonWebKey jwk;

    SigningKey(TokenConfig config) {
        this.privateKey = parse(pem(config.privateKey()));
        this.jwk = new EllipticCurveJsonWebKey(P256.publicKeyOf(privateKey));
        this.jwk.setUse("sig");
        this.jwk.setAlgorithm("ES256");
        this.jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    ECPrivateKey privateKey() {
        return privateKey;
    }

    ECPublicKey publicKey() {
        return jwk.getECPublicKey();
    }

    String id() {
        return jwk.getKeyId();
    }

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    Map<String, Object> publicKeys() {
        return Map.of("keys", List.of(jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
    }

    private static String pem(String configured) {
        if (configured.strip().startsWith(BEGIN)) {
            return configured;
        }
        try {
            return Files.readString(Path.of(configured));
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "aftercall.token.private-key is neither a PEM key nor the path of a readable file.", unreadable);
        }
    }

    private static ECPrivateKey parse(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("aftercall.token.private-key must be a PKCS#8 PEM (" + BEGIN + ").");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            // The cause may quote the key.
            throw new IllegalStateException("aftercall.token.private-key is not an EC key in PKCS#8.");
        }
    }
}
