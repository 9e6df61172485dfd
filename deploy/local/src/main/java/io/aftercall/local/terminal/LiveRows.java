package io.aftercall.local.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row per thing in progress. On a terminal the rows are redrawn in place; elsewhere a row is printed whenever its
 * text changes. Safe to use from several threads.
 */
public final class LiveRows implements AutoCloseable {

    private static final String CLEAR_LINE = "\033[K";

    private final PrintStream out;
    private final boolean live;
    private final int columns;
    private final int titleWidth;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final Map<String, String> printed = new LinkedHashMap<>();
    private int drawn;

    LiveRows(PrintStream out, boolean live, int columns, List<String> titles) {
        this.out = out;
        this.live = live;
        this.columns = columns;
        this.titleWidth = titles.stream().mapToInt(String::length).max().orElse(0);
        titles.forEach(title -> rows.put(title, ""));
    }

    /**
     * What a row says now.
     *
     * @param text printed anew wherever it changes
     * @param aside what changes all the time, such as elapsed seconds: shown with the text, no reason to print it
     */
    public synchronized void set(String title, String text, String aside) {
        String row = "  %s  %s".formatted(pad(title), aside.isEmpty() ? text : text + "  " + aside);
        rows.put(title, row);
        if (live) {
            draw();
        } else if (!text.equals(printed.put(title, text))) {
            out.println(row);
        }
    }

    /** A line above the rows. */
    public synchronized void note(String text) {
        if (live && drawn > 0) {
            out.print("\033[" + drawn + "A\r" + CLEAR_LINE);
            drawn = 0;
        }
        out.println(text);
        if (live) {
            draw();
        }
    }

    /** The rows stay as they are. */
    @Override
    public synchronized void close() {
        drawn = 0;
        out.flush();
    }

    private void draw() {
        StringBuilder picture = new StringBuilder();
        if (drawn > 0) {
            picture.append("\033[").append(drawn).append('A');
        }
        List<String> visible = new ArrayList<>(rows.values());
        visible.removeIf(String::isEmpty);
        for (String row : visible) {
            String cut = row.length() < columns ? row : row.substring(0, columns - 1);
            picture.append('\r').append(cut).append(CLEAR_LINE).append('\n');
        }
        drawn = visible.size();
        out.print(picture);
        out.flush();
    }

    private String pad(String title) {
        return title + " ".repeat(titleWidth - title.length());
    }
}
