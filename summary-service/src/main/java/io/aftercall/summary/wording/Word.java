package io.aftercall.summary.wording;

import java.util.List;

/**
 * One word of a text.
 *
 * @param text as written, in lower case, with a plain apostrophe
 * @param stem what is left without inflection, accents and apostrophes
 * @param start where it starts in its text
 * @param end where it ends, exclusive
 */
public record Word(String text, String stem, int start, int end) {

    /** What it may be compared by, the likeliest first. */
    List<String> stems() {
        return HebrewPrefixes.withAndWithout(stem);
    }

    /** Likewise, of what was written rather than of its stem. */
    List<String> texts() {
        return HebrewPrefixes.withAndWithout(text);
    }
}
