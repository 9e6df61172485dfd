package io.aftercall.gateway;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next the cursor that continues it; null at its end
 */
public record Page<T>(List<T> items, String next) {

    /** A list that fits into one part. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
