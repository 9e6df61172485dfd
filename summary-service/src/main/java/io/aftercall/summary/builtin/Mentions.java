package io.aftercall.summary.builtin;

import java.util.List;

/**
 * What was said of one field, in order.
 *
 * @param meant values that are claimed
 * @param denied values that are claimed not to be
 */
record Mentions(List<Mention> meant, List<Mention> denied) {

    /** Where {@code value} is claimed. */
    List<Mention> of(String value) {
        return meant.stream().filter(mention -> mention.value().equals(value)).toList();
    }
}
