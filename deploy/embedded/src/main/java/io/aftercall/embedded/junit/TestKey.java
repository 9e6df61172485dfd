package io.aftercall.embedded.junit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The P-256 key pair of this JVM. It lives in system properties because Quarkus loads test resources and test classes
 * through different class loaders, each with its own statics.
 */
record TestKey(ECPublicKey publicKey, ECPrivateKey privateKey) {

    private static final String PUBLIC = "aftercall.embedded.token.public";
    private static final String PRIVATE = "aftercall.embedded.token.private";

    static TestKey ofThisJvm() {
        // The one lock every class loader shares.
        synchronized (System.getProperties()) {
            try {
                if (System.getProperty(PRIVATE) == null) {
                    generate();
                }
                KeyFactory keys = KeyFactory.getInstance("EC");
                return new TestKey(
                        (ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(decode(PUBLIC))),
                        (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(decode(PRIVATE))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    String publicPem() {
        return pem("PUBLIC KEY", publicKey.getEncoded());
    }

    String privatePem() {
        return pem("PRIVATE KEY", privateKey.getEncoded());
    }

    private static void generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        System.setProperty(
                PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        System.setProperty(
                PRIVATE, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }

    private static byte[] decode(String property) {
        return Base64.getDecoder().decode(System.getProperty(property));
    }

    private static String pem(String type, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
