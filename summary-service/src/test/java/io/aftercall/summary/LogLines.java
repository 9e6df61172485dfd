package io.aftercall.summary;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged while it is open, as a person would read it, stack traces included. */
final class LogLines extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines() {
        setFormatter(new PatternFormatter("%p %c %X %s%e"));
    }

    static LogLines capture() {
        LogLines lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(getFormatter().format(record));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
