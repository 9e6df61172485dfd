package io.aftercall.local.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The one way the command line prints: standard output for results, standard error for trouble, UTF-8 always. */
public final class Terminal {

    private static final int USUAL_COLUMNS = 120;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final int columns;

    /**
     * @param live whether lines may be overwritten in place
     * @param columns the width in characters
     */
    public Terminal(PrintStream out, PrintStream err, boolean live, int columns) {
        this.out = out;
        this.err = err;
        this.live = live;
        this.columns = columns;
    }

    /** This process's own; the shell script says in AFTERCALL_COLUMNS whether it is a terminal, and how wide. */
    public static Terminal ofThisProcess() {
        String columns = System.getenv("AFTERCALL_COLUMNS");
        boolean live = columns != null && columns.matches("[1-9]\\d{0,4}");
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                live,
                live ? Integer.parseInt(columns) : USUAL_COLUMNS);
    }

    public void line(String text) {
        out.println(text);
    }

    public void trouble(String text) {
        err.println(text);
    }

    public int columns() {
        return columns;
    }

    /** For what writes to a stream of its own accord. */
    public PrintStream out() {
        return out;
    }

    /** Rows that stand for things in progress, one per title, in this order. */
    public LiveRows rows(List<String> titles) {
        return new LiveRows(out, live, columns, titles);
    }
}
