package io.aftercall.gateway.token;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.chassis.token.Caller;
import io.aftercall.gateway.business.Businesses;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/** Makes a client with a fresh secret, which is told once and kept as a hash only. */
@ApplicationScoped
class AddClient {

    private static final int SECRET_BYTES = 32;

    private final ApiClients clients;
    private final Businesses businesses;
    private final TokenConfig config;
    private final Clock clock;

    AddClient(ApiClients clients, Businesses businesses, TokenConfig config, Clock clock) {
        this.clients = clients;
        this.businesses = businesses;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Adds a client.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a role without what it needs, or with what it does not
     */
    NewClient add(String name, String role, String businessId) {
        if (!Set.of(Caller.ADMIN, Caller.BUSINESS).contains(role)) {
            throw Problem.invalid("role is admin or business.");
        }
        if (Caller.BUSINESS.equals(role) != (businessId != null)) {
            throw Problem.invalid("A client of role business names its businessId, an admin names none.");
        }
        if (businessId != null && businesses.find(businessId).isEmpty()) {
            throw Problem.invalid("There is no such business.");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiClient client = new ApiClient(
                UUID.randomUUID().toString(),
                name,
                role,
                businessId,
                SecretHash.of(secret, config.secretHashRounds()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        clients.insert(client);
        return new NewClient(client, secret);
    }

    /** A client, and the only sight of its secret there will ever be. */
    record NewClient(ApiClient client, String secret) {}
}
