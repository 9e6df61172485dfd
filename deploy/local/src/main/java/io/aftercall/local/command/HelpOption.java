package io.aftercall.local.command;

import picocli.CommandLine.Option;

/** The one option every command has. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean wanted;
}
