package io.aftercall.dispatcher.endpoint;

import io.aftercall.dispatcher.page.Cursor;
import java.time.Instant;
import java.util.List;

/**
 * Where a business wants which webhooks. Nothing in it is secret.
 *
 * @param disabledReason a machine-readable word such as {@code gone}; null while webhooks are sent there
 */
public record Endpoint(
        String id,
        String businessId,
        String url,
        List<String> directions,
        List<String> eventTypes,
        Instant createdAt,
        Instant disabledAt,
        String disabledReason) {

    /** Whether webhooks are sent there. */
    public boolean enabled() {
        return disabledAt == null;
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }
}
