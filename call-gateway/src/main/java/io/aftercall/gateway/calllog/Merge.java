package io.aftercall.gateway.calllog;

/** Ways to join two things told of the same call that do not depend on which was told first; null is "not told". */
final class Merge {

    private Merge() {}

    static <T extends Comparable<T>> T least(T one, T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    static <T extends Comparable<T>> T greatest(T one, T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** For what every callback of a call tells alike, if it tells it at all. */
    static <T> T known(T one, T other) {
        return one == null ? other : one;
    }
}
