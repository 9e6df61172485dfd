package io.aftercall.chassis.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 in Kafka's binary content mode: attributes are {@code ce_*} headers, the body is the data (CloudEvents
 * Kafka protocol binding, section 3.2).
 */
public final class CloudEvents {

    /** Unique, and the same on every re-send. */
    public static final String ID = "ce_id";

    /** Which event it is, see {@link io.aftercall.events.EventType#type()}. */
    public static final String TYPE = "ce_type";

    /** W3C trace context of whoever published it. */
    public static final String TRACEPARENT = "traceparent";

    private CloudEvents() {}

    /**
     * Adds an event's attributes.
     *
     * @param source the service that publishes it
     * @param traceparent null when there is no trace
     */
    public static void write(Headers headers, String id, String type, String source, Instant time, String traceparent) {
        add(headers, "ce_specversion", "1.0");
        add(headers, ID, id);
        add(headers, TYPE, type);
        add(headers, "ce_source", "/" + source);
        add(headers, "ce_time", time.toString());
        add(headers, "content-type", "application/json");
        if (traceparent != null) {
            add(headers, TRACEPARENT, traceparent);
        }
    }

    /** The last value of a header; null when it is not there. */
    public static String read(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
