package io.aftercall.dispatcher.send;

import java.net.URI;
import java.util.List;

/**
 * What goes to one endpoint.
 *
 * @param url where to
 * @param id the {@code webhook-id}: the same for every attempt at this message to this endpoint
 * @param body the JSON, exactly as it is signed
 * @param secrets the endpoint's secrets in force, the newest first; one signature each
 */
public record WebhookRequest(URI url, String id, byte[] body, List<byte[]> secrets) {
    /** Without the secrets and without what was said. */
    @Override
    public String toString() {
        return "WebhookRequest[" + id + "]";
    }
}
