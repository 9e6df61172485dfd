package io.aftercall.gateway.token;

import io.aftercall.chassis.token.Caller;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Gives a client that knows its secret a token for its role, and anybody else nothing. */
@ApplicationScoped
class IssueToken {

    private static final String ISSUER_AND_AUDIENCE = "aftercall";

    /** Checking a secret is made to be slow; more at once than this would slow down everything else here. */
    private static final int CHECKS_AT_ONCE = 2;

    private static final int LONGEST_WAIT_SECONDS = 3;

    private final ApiClients clients;
    private final SigningKey key;
    private final TokenConfig config;
    private final Clock clock;
    private final String nobodysSecret;
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE);

    IssueToken(ApiClients clients, SigningKey key, TokenConfig config, Clock clock) {
        this.clients = clients;
        this.key = key;
        this.config = config;
        this.clock = clock;
        this.nobodysSecret = SecretHash.of(UUID.randomUUID().toString(), config.secretHashRounds());
    }

    /**
     * A signed token; empty when the client is not known or the secret is wrong, which take equally long to find out.
     *
     * @throws TooManyAtOnce when others are waiting too
     */
    Optional<String> issue(String clientId, String secret) {
        Optional<ApiClient> client = clients.find(clientId);
        String expected = client.map(ApiClient::secretHash).orElse(nobodysSecret);
        return matches(secret, expected) ? client.map(this::sign) : Optional.empty();
    }

    private boolean matches(String secret, String expected) {
        try {
            if (!checks.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyAtOnce();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooManyAtOnce();
        }
        try {
            return SecretHash.matches(secret, expected);
        } finally {
            checks.release();
        }
    }

    private String sign(ApiClient client) {
        Instant now = clock.instant();
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER_AND_AUDIENCE)
                .audience(ISSUER_AND_AUDIENCE)
                .subject(client.clientId())
                .upn(client.clientId())
                .groups(client.role())
                .issuedAt(now)
                .expiresAt(now.plus(config.lifetime()));
        if (client.businessId() != null) {
            claims.claim(Caller.BUSINESS_ID, client.businessId());
        }
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.id()).sign(key.privateKey());
    }

    /** More clients sign in at once than can be checked; they may try again. */
    static final class TooManyAtOnce extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
