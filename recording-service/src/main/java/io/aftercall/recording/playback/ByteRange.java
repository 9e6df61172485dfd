package io.aftercall.recording.playback;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One requested range of bytes (RFC 9110, 14.1.2): from {@code first} to {@code last}, or the last {@code last} bytes if
 * {@code first} is absent, or to the end if {@code last} is.
 *
 * @param first position from 0; null for a suffix
 * @param last position, inclusive, or a suffix's length; null for the end
 */
record ByteRange(Long first, Long last) {

    private static final Pattern UNIT = Pattern.compile("(?i)bytes=(.*)");
    private static final Pattern SPEC = Pattern.compile("(\\d*)-(\\d*)");
    private static final int LONG_DIGITS = 18;

    /**
     * Reads a {@code Range} header. What is malformed, in another unit, or asks for several ranges at once counts as not
     * asked, which the standard allows: the whole is sent.
     */
    static Optional<ByteRange> requested(String header) {
        Matcher unit = UNIT.matcher(header == null ? "" : header.strip());
        if (!unit.matches()) {
            return Optional.empty();
        }
        List<String> specs = Arrays.stream(unit.group(1).split(","))
                .map(String::strip)
                .filter(spec -> !spec.isEmpty())
                .toList();
        return specs.size() == 1 ? one(specs.get(0)) : Optional.empty();
    }

    private static Optional<ByteRange> one(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Long first = number(matcher.group(1));
        Long last = number(matcher.group(2));
        boolean valid = first == null ? last != null : last == null || first <= last;
        return valid ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }

    /** Any number of digits is a valid position; past 18 of them all are equally far past the end. */
    private static Long number(String digits) {
        if (digits.isEmpty()) {
            return null;
        }
        String significant = digits.replaceFirst("^0+(?=\\d)", "");
        return significant.length() > LONG_DIGITS ? Long.MAX_VALUE : Long.valueOf(significant);
    }

    /** The bytes it selects of so many; empty when it selects none, which is a 416. */
    Optional<Slice> of(long size) {
        long start = first == null ? size - Math.min(last, size) : first;
        long end = first == null || last == null ? size - 1 : Math.min(last, size - 1);
        return start < size ? Optional.of(new Slice(start, end)) : Optional.empty();
    }

    /**
     * Bytes that are there.
     *
     * @param first from 0
     * @param last inclusive
     */
    record Slice(long first, long last) {

        long length() {
            return last - first + 1;
        }
    }
}
