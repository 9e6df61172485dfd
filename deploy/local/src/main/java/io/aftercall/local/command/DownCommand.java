package io.aftercall.local.command;

import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.LocalStack;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = "Stops everything. Data, recordings and credentials are kept; 'rm -r .aftercall' forgets them.")
final class DownCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    DownCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        LocalStack stack = workplace.stack();
        boolean anything = Arrays.stream(Component.values())
                .anyMatch(component -> stack.pid(component).isPresent());
        try (StackDisplay display = new StackDisplay(workplace.terminal(), Arrays.asList(Component.values()))) {
            stack.stop(display);
        }
        workplace.terminal().line(anything ? "Stopped. Start again with: ./aftercall up" : "Nothing was running.");
        return 0;
    }
}
