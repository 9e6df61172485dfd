package io.aftercall.local;

import io.aftercall.local.command.CommandLineTool;
import io.aftercall.local.command.Workplace;

/** The program behind {@code ./aftercall}. */
public final class Aftercall {

    private Aftercall() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLineTool(Workplace.ofThisProcess()).run(arguments));
    }
}
