package io.aftercall.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code api_client}. */
@ApplicationScoped
class ApiClients {

    private final Jdbi jdbi;

    ApiClients(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ApiClient> find(String clientId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM api_client WHERE client_id = :clientId")
                .bind("clientId", clientId)
                .mapTo(ApiClient.class)
                .findOne());
    }

    List<ApiClient> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM api_client ORDER BY client_id")
                .mapTo(ApiClient.class)
                .list());
    }

    /** Adds a client; false when its id is taken. */
    boolean insert(ApiClient client) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO api_client (client_id, name, role, business_id, secret_hash, created_at)
                                VALUES (:clientId, :name, :role, :businessId, :secretHash, :createdAt)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("clientId", client.clientId())
                        .bind("name", client.name())
                        .bind("role", client.role())
                        .bind("businessId", client.businessId())
                        .bind("secretHash", client.secretHash())
                        .bind("createdAt", client.createdAt())
                        .execute())
                == 1;
    }

    void changeSecret(String clientId, String secretHash) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE api_client SET secret_hash = :secretHash WHERE client_id = :clientId")
                .bind("clientId", clientId)
                .bind("secretHash", secretHash)
                .execute());
    }
}
