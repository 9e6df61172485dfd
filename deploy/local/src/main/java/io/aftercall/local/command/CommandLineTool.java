package io.aftercall.local.command;

import io.aftercall.local.api.ApiFailure;
import io.aftercall.local.stack.StackFailure;
import io.aftercall.local.stack.StackFolder;
import io.aftercall.local.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/**
 * Reads the command line and runs the command; exit code 0 if it did what was asked, 1 if not, 2 if it was not
 * understood.
 */
public final class CommandLineTool {

    private static final int INTERRUPTED = 130;

    private final Workplace workplace;
    private final CommandLine commandLine;

    public CommandLineTool(Workplace workplace) {
        this.workplace = workplace;
        Terminal terminal = workplace.terminal();
        commandLine = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(workplace))
                .addSubcommand(new UpCommand(workplace))
                .addSubcommand(new DownCommand(workplace))
                .addSubcommand(new StatusCommand(workplace))
                .addSubcommand(new LogsCommand(workplace))
                .addSubcommand(new CallCommand(workplace))
                .addSubcommand(new ReplayDlqCommand(workplace))
                .addSubcommand(new HelpCommand())
                .setUsageHelpWidth(Math.max(55, Math.min(120, terminal.columns())))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(this::misunderstood)
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure));
    }

    /** Runs the command and returns the exit code of the process. */
    public int run(String... arguments) {
        if (arguments.length == 0) {
            workplace.terminal().line(overview().stripTrailing());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(arguments);
    }

    private int misunderstood(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        Terminal terminal = workplace.terminal();
        terminal.trouble(command.getCommandName() + ": " + failure.getMessage());
        boolean known = command.getParent() != null;
        terminal.trouble("  Try: ./aftercall help" + (known ? " " + command.getCommandName() : ""));
        return CommandLine.ExitCode.USAGE;
    }

    private int failed(Exception failure) {
        if (Thread.currentThread().isInterrupted()) {
            // Whoever interrupts says so itself.
            return INTERRUPTED;
        }
        if (failure instanceof StackFailure known) {
            tell(known.getMessage(), known.remedy());
        } else if (failure instanceof ApiFailure refused) {
            tell(refused.getMessage(), "What the gateway said of it: ./aftercall logs call-gateway");
        } else {
            tell("Unexpected: " + failure, "All of it is in " + keep(failure));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void tell(String what, String remedy) {
        workplace.terminal().trouble("aftercall: " + what);
        remedy.lines().forEach(line -> workplace.terminal().trouble("  " + line));
    }

    private Path keep(Exception failure) {
        StackFolder folder = new StackFolder(workplace.checkout().resolve(".aftercall"));
        folder.create();
        Path log = folder.root().resolve("logs").resolve("launcher.log");
        try {
            Files.writeString(log, trace(failure), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder(Instant.now().toString());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append(' ').append(cause).append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("    at ").append(frame).append('\n');
            }
        }
        return trace.toString();
    }

    static String overview() {
        try (InputStream text = CommandLineTool.class.getResourceAsStream("/io/aftercall/local/help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(name = "aftercall", description = "What happens after a phone call.", subcommandsRepeatable = false)
    private static final class Root {}
}
