package io.aftercall.gateway.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * Checks this gateway's own tokens with its own key, without asking itself over HTTP for it. Tokens of another issuer
 * are checked with the key that {@code mp.jwt.verify.*} names, if it names one.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class CheckTokens extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory checker = new DefaultJWTCallerPrincipalFactory();
    private final SigningKey key;

    CheckTokens(SigningKey key) {
        this.key = key;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo configured) throws ParseException {
        return checker.parse(
                token, key.id().equals(keyIdOf(token)) || namesNoKey(configured) ? own(configured) : configured);
    }

    private JWTAuthContextInfo own(JWTAuthContextInfo configured) {
        JWTAuthContextInfo own = new JWTAuthContextInfo(configured);
        own.setPublicVerificationKey(key.publicKey());
        own.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        return own;
    }

    private static boolean namesNoKey(JWTAuthContextInfo configured) {
        return configured.getPublicKeyContent() == null
                && configured.getPublicKeyLocation() == null
                && configured.getPublicVerificationKey() == null;
    }

    /** As the token says, which proves nothing yet; null when it says nothing. */
    private static String keyIdOf(String token) {
        try {
            return JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
        } catch (JoseException notAToken) {
            return null;
        }
    }
}
