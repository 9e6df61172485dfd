package io.aftercall.events;

import java.util.Objects;

/**
 * Ties a body to its topic and to its CloudEvents {@code type}.
 *
 * @param topic the Kafka topic that carries it
 * @param type the CloudEvents 1.0 {@code type} attribute, sent as the {@code ce_type} header
 * @param body the record that its JSON reads into
 * @param keptForEver whether the topic is compacted and never expires
 */
public record EventType<E extends Event>(String topic, String type, Class<E> body, boolean keptForEver) {

    public EventType {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(body, "body");
    }
}
