package io.aftercall.gateway.token;

import io.aftercall.chassis.token.Caller;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sees to it at start-up that the configured first admin can sign in with the configured secret. */
@ApplicationScoped
class BootstrapAdmin {

    private static final Logger LOG = Logger.getLogger(BootstrapAdmin.class);

    private final BootstrapConfig config;
    private final TokenConfig tokens;
    private final ApiClients clients;
    private final Clock clock;

    BootstrapAdmin(BootstrapConfig config, TokenConfig tokens, ApiClients clients, Clock clock) {
        this.config = config;
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.clientId().isPresent() != config.clientSecret().isPresent()) {
            throw new IllegalStateException("aftercall.bootstrap.client-id and .client-secret go together.");
        }
        config.clientId().ifPresent(id -> ensure(id, config.clientSecret().orElseThrow()));
    }

    private void ensure(String id, String secret) {
        Optional<ApiClient> known = clients.find(id);
        if (known.isPresent() && !Caller.ADMIN.equals(known.get().role())) {
            throw new IllegalStateException("aftercall.bootstrap.client-id names a client that is not an admin.");
        }
        if (known.isPresent() && SecretHash.matches(secret, known.get().secretHash())) {
            return;
        }
        String hash = SecretHash.of(secret, tokens.secretHashRounds());
        // Several replicas start at once: whoever is second changes the secret to the same one.
        if (!clients.insert(new ApiClient(id, "Bootstrap admin", Caller.ADMIN, null, hash, clock.instant()))) {
            clients.changeSecret(id, hash);
        }
        LOG.info("The bootstrap admin can sign in.");
    }
}
