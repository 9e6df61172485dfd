package io.aftercall.local.command;

import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.StackFailure;
import io.aftercall.local.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = "Shows the end of the logs, of one component or of all. The files are in .aftercall/logs/.")
final class LogsCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            completionCandidates = Titles.class,
            description = "One of: ${COMPLETION-CANDIDATES}. All if not given.")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what is written, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines of each, ${DEFAULT-VALUE} if not given.")
    private int lines;

    LogsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        logs().forEach(log -> command.add(log.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<Path> logs() {
        StackFolder folder = workplace.stack().folder();
        List<Component> wanted =
                service == null ? Arrays.asList(Component.values()) : List.of(Component.named(service));
        List<Path> logs = wanted.stream().map(folder::log).filter(Files::exists).toList();
        if (logs.isEmpty()) {
            throw new StackFailure("There is no log yet in " + folder.root() + "/logs.", "Start with: ./aftercall up");
        }
        return logs;
    }

    private static final class Titles implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Component.titles().iterator();
        }
    }
}
