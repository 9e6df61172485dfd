package io.aftercall.dispatcher.endpoint;

import io.aftercall.dispatcher.page.Cursor;
import io.aftercall.dispatcher.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The endpoints there are. Deleted ones are gone for everybody but their own deliveries. */
@ApplicationScoped
public class Endpoints {
    private static final String COLUMNS =
            " id, business_id, url, directions, event_types, created_at, disabled_at, disabled_reason ";

    private final Jdbi jdbi;

    Endpoints(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Endpoint endpoint) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO endpoint (id, business_id, url, directions, event_types, created_at)
                        VALUES (:id, :businessId, :url, :directions, :eventTypes, :createdAt)
                        """)
                .bind("id", endpoint.id())
                .bind("businessId", endpoint.businessId())
                .bind("url", endpoint.url())
                .bindArray("directions", String.class, endpoint.directions())
                .bindArray("eventTypes", String.class, endpoint.eventTypes())
                .bind("createdAt", endpoint.createdAt())
                .execute());
    }

    /** Keeps one more secret of the endpoint, which every later signature is made with too. */
    void insertSecret(String endpointId, byte[] sealed, Instant createdAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO endpoint_secret (endpoint_id, number, sealed, created_at)
                        SELECT :endpointId, coalesce(max(number), 0) + 1, :sealed, :createdAt
                        FROM endpoint_secret WHERE endpoint_id = :endpointId
                        """)
                .bind("endpointId", endpointId)
                .bind("sealed", sealed)
                .bind("createdAt", createdAt)
                .execute());
    }

    /** The endpoint, unless there is none or it was deleted. */
    public Optional<Endpoint> find(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT" + COLUMNS + "FROM endpoint WHERE id = :id AND deleted_at IS NULL")
                        .bind("id", id)
                        .mapTo(Endpoint.class)
                        .findOne());
    }

    /** The endpoints of a business that take this event, also the disabled ones. */
    public List<Endpoint> subscribed(String businessId, String direction, String eventType) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT" + COLUMNS + """
                        FROM endpoint
                        WHERE business_id = :businessId AND deleted_at IS NULL
                          AND :direction = ANY (directions) AND :eventType = ANY (event_types)
                        ORDER BY id
                        """)
                .bind("businessId", businessId)
                .bind("direction", direction)
                .bind("eventType", eventType)
                .mapTo(Endpoint.class)
                .list());
    }

    /** @param businessId null for those of all businesses */
    Page<Endpoint> page(String businessId, Cursor after, int limit) {
        String ofBusiness = businessId == null ? "" : " AND business_id = :businessId";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT" + COLUMNS + "FROM endpoint WHERE deleted_at IS NULL" + ofBusiness
                            + " AND (created_at, id) < (:at, :id) ORDER BY created_at DESC, id DESC LIMIT :limit")
                    .bind("at", after.at())
                    .bind("id", after.id())
                    .bind("limit", limit + 1);
            if (businessId != null) {
                query.bind("businessId", businessId);
            }
            return Page.of(query.mapTo(Endpoint.class).list(), limit, Endpoint::place);
        });
    }

    /** Whether it was there to delete. */
    boolean delete(String id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE endpoint SET deleted_at = :now WHERE id = :id AND deleted_at IS NULL")
                        .bind("id", id)
                        .bind("now", now)
                        .execute())
                > 0;
    }

    /** Whether it was enabled until now. */
    boolean disable(String id, String reason, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE endpoint SET disabled_at = :now, disabled_reason = :reason
                                WHERE id = :id AND disabled_at IS NULL AND deleted_at IS NULL
                                """)
                        .bind("id", id)
                        .bind("reason", reason)
                        .bind("now", now)
                        .execute())
                > 0;
    }
}
