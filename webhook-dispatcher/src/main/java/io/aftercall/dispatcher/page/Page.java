package io.aftercall.dispatcher.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the page behind it; null on the last
 */
public record Page<T>(List<T> items, String next) {
    /** The default of {@code limit} in the API. */
    public static final String USUAL_LIMIT = "50";

    /** The most that {@code limit} may be. */
    public static final int MOST = 200;

    /** The first {@code limit} of {@code found}, which was asked for one more to learn whether there is a next page. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> place) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, place.apply(items.get(limit - 1)).text());
    }
}
