package io.aftercall.dispatcher.endpoint;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;

/** Creates an endpoint with its first secret, which is known to nobody but its owner from then on. */
@ApplicationScoped
class CreateEndpoint {
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final CheckEndpointUrl checkUrl;
    private final Endpoints endpoints;
    private final SecretVault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CreateEndpoint(CheckEndpointUrl checkUrl, Endpoints endpoints, SecretVault vault, Clock clock) {
        this.checkUrl = checkUrl;
        this.endpoints = endpoints;
        this.vault = vault;
        this.clock = clock;
    }

    /** Creates what {@code wanted} says, for {@code businessId}. */
    Created create(String businessId, NewEndpoint wanted) {
        checkUrl.check(wanted.url());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Endpoint endpoint = new Endpoint(
                "ep_" + HexFormat.of().formatHex(randomBytes(ID_BYTES)),
                businessId,
                wanted.url(),
                wanted.directions().stream().distinct().toList(),
                wanted.eventTypes().stream().distinct().toList(),
                now,
                null,
                null);
        byte[] secret = randomBytes(SECRET_BYTES);
        QuarkusTransaction.requiringNew().run(() -> {
            endpoints.insert(endpoint);
            endpoints.insertSecret(endpoint.id(), vault.seal(endpoint.id(), secret), now);
        });
        return new Created(endpoint, "whsec_" + Base64.getEncoder().encodeToString(secret));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The one time that the secret is told. */
    record Created(Endpoint endpoint, String secret) {
        @Override
        public String toString() {
            return "Created[" + endpoint.id() + "]";
        }
    }
}
