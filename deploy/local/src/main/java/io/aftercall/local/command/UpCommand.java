package io.aftercall.local.command;

import io.aftercall.local.stack.Credentials;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = {
            "Starts PostgreSQL, Kafka, the five services and a Twilio sandbox, and leaves them running.",
            "What runs already stays as it is; what crashed is started again."
        })
final class UpCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    UpCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        RunningStack running = RunningStack.bringUp(workplace);
        running.showAddresses(workplace.terminal());
        if (workplace.usesRealTwilio()) {
            Credentials credentials = running.credentials();
            workplace
                    .terminal()
                    .line("Twilio   account " + credentials.twilioAccountSid() + ": point the number's status"
                            + " callback to " + credentials.publicUrl() + "/twilio/status");
        }
        return 0;
    }
}
