package io.aftercall.dispatcher.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * An endpoint in the API.
 *
 * @param secret only in the answer to its creation
 */
record EndpointAnswer(
        String id,
        String businessId,
        String url,
        List<String> directions,
        List<String> eventTypes,
        boolean enabled,
        String disabledReason,
        Instant disabledAt,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static EndpointAnswer of(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointAnswer of(CreateEndpoint.Created created) {
        return of(created.endpoint(), created.secret());
    }

    private static EndpointAnswer of(Endpoint endpoint, String secret) {
        return new EndpointAnswer(
                endpoint.id(),
                endpoint.businessId(),
                endpoint.url(),
                endpoint.directions(),
                endpoint.eventTypes(),
                endpoint.enabled(),
                endpoint.disabledReason(),
                endpoint.disabledAt(),
                endpoint.createdAt(),
                secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EndpointAnswer[" + id + "]";
    }
}
