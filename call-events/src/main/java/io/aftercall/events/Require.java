package io.aftercall.events;

import java.util.List;

/** What every event checks of itself, so that an invalid one is refused where it is read. */
final class Require {

    private Require() {}

    static void identity(String callSid, int revision) {
        text(callSid, "callSid");
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be 1 or more");
        }
    }

    static void text(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    static <T> T present(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static <T> List<T> listOrEmpty(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
