package io.aftercall.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class P256Test {

    @RepeatedTest(20)
    void thePublicKeyIsTheOneTheKeyWasMadeWith() throws GeneralSecurityException {
        KeyPair pair = generate("secp256r1");

        assertThat(P256.publicKeyOf((ECPrivateKey) pair.getPrivate()).getW())
                .isEqualTo(((ECPublicKey) pair.getPublic()).getW());
    }

    @Test
    void aKeyOnAnotherCurveIsRefused() throws GeneralSecurityException {
        ECPrivateKey other = (ECPrivateKey) generate("secp384r1").getPrivate();

        assertThatThrownBy(() -> P256.publicKeyOf(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair generate(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
