package io.aftercall.local.command;

import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.LocalStack;
import io.aftercall.local.terminal.Table;
import io.aftercall.local.terminal.Terminal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Shows what runs, where, and since when. Exit code 0 if everything is ready, else 1.")
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    StatusCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        return show(workplace.terminal(), workplace.stack()) ? 0 : 1;
    }

    /** Whether everything is ready. */
    static boolean show(Terminal terminal, LocalStack stack) {
        Table table = new Table("COMPONENT", "STATE", "PORT", "PID", "SINCE");
        boolean allReady = true;
        for (Component component : stack.components()) {
            boolean ready = stack.isReady(component);
            boolean runs = stack.pid(component).isPresent();
            allReady &= ready;
            table.row(
                    component.title(),
                    ready ? "ready" : runs ? "not ready" : "down",
                    stack.port(component).map(String::valueOf).orElse(null),
                    stack.pid(component).map(String::valueOf).orElse(null),
                    stack.pid(component).flatMap(StatusCommand::since).orElse(null));
        }
        table.lines(terminal.columns()).forEach(terminal::line);
        return allReady;
    }

    private static java.util.Optional<String> since(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map((Instant start) -> SINCE.format(start));
    }
}
