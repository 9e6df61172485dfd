package io.aftercall.local.command;

import io.aftercall.local.api.AftercallApi;
import io.aftercall.local.demo.DemoBusiness;
import io.aftercall.local.demo.SampleRun;
import io.aftercall.local.sandbox.SandboxClient;
import io.aftercall.local.stack.Component;
import io.aftercall.local.stack.Credentials;
import io.aftercall.local.stack.LocalStack;
import io.aftercall.local.stack.StackFailure;
import io.aftercall.local.terminal.Terminal;
import java.time.Clock;

/** A stack that was brought up, set up for the demonstration and ready to be used. */
record RunningStack(LocalStack stack, Credentials credentials, AftercallApi api) {

    /** Starts what is not running and sets up the demo business. */
    static RunningStack bringUp(Workplace workplace) {
        Terminal terminal = workplace.terminal();
        LocalStack stack = workplace.stack();
        if (stack.isReady()) {
            terminal.line("The stack is already running.");
        }
        try (StackDisplay display = new StackDisplay(terminal, stack.components())) {
            stack.start(display);
            RunningStack running = of(stack);
            DemoBusiness.create(running.api);
            if (stack.components().contains(Component.SANDBOX)) {
                DemoBusiness.connectReceiver(
                        running.api, running.sandbox(), stack.folder().secrets().resolve("demo-endpoint.json"));
            }
            display.close();
            terminal.line("Ready after " + StackDisplay.seconds(display.duration()) + ".");
            return running;
        }
    }

    /** The stack as it runs; nothing is started. */
    static RunningStack of(LocalStack stack) {
        Credentials credentials = stack.credentials();
        AftercallApi api = new AftercallApi(credentials.gateway(), credentials.clientId(), credentials.clientSecret());
        return new RunningStack(stack, credentials, api);
    }

    SandboxClient sandbox() {
        return new SandboxClient(stack.port(Component.SANDBOX)
                .orElseThrow(() -> new StackFailure("The sandbox is not running.", "Start it with: ./aftercall up")));
    }

    SampleRun sampleRun() {
        return new SampleRun(api, sandbox(), Clock.systemUTC());
    }

    void showAddresses(Terminal terminal) {
        terminal.line("");
        terminal.line("API      " + credentials.gateway() + "/api/calls   (described at /q/openapi)");
        terminal.line("Token    curl -s " + credentials.gateway() + "/api/token -d grant_type=client_credentials"
                + " -d client_id=" + credentials.clientId() + " \\");
        terminal.line("           -d client_secret=$(sed -n 's/.*\"clientSecret\" : \"\\(.*\\)\".*/\\1/p' "
                + stack.folder().credentials() + ")");
        terminal.line("Logs     ./aftercall logs [SERVICE] [-f]");
        terminal.line("Stop     ./aftercall down");
    }
}
