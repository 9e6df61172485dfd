package io.aftercall.dispatcher.page;

import io.aftercall.chassis.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in a list that runs from new to old: everything after it is older, or as old with a lesser id.
 *
 * @param at when the last row of the page before was created
 * @param id its id
 */
public record Cursor(Instant at, String id) {
    /** Before the first row of any list. */
    public static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text null for the start
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is not a cursor
     */
    public static Cursor read(String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.invalid("\"cursor\" must be the \"next\" of an earlier page.");
        }
    }

    /** The cursor as callers hand it back. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
