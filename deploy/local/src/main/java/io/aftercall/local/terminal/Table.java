package io.aftercall.local.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text whose last column gives way when the terminal is too narrow. */
public final class Table {

    private static final String GAP = "  ";
    private static final int LEAST_LAST_COLUMN = 12;

    private final List<String[]> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(header);
    }

    /** Adds a row; null is shown as a dash, line breaks as blanks. */
    public Table row(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException("Expected %d cells, got %d".formatted(rows.get(0).length, cells.length));
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "-" : cell.replaceAll("\\s+", " ").strip())
                .toArray(String[]::new));
        return this;
    }

    /** The lines of the table, header and rule first, none longer than {@code columns} where that is possible. */
    public List<String> lines(int columns) {
        int[] widths = widths(columns);
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add("-".repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1)));
            }
        }
        return lines;
    }

    private int[] widths(int columns) {
        int count = rows.get(0).length;
        int[] widths = new int[count];
        for (String[] row : rows) {
            for (int column = 0; column < count; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        int others = Arrays.stream(widths).limit(count - 1L).sum() + GAP.length() * (count - 1);
        widths[count - 1] = Math.min(widths[count - 1], Math.max(LEAST_LAST_COLUMN, columns - others - 1));
        return widths;
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String cell = cut(row[column], widths[column]);
            line.append(column == 0 ? "" : GAP).append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - 3).stripTrailing() + "...";
    }
}
