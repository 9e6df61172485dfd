package io.aftercall.local.sandbox;

import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.process.Ports;
import io.aftercall.embedded.twilio.TwilioAccount;
import io.aftercall.embedded.twilio.TwilioSandbox;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The sandbox in this JVM, on three free ports in a row. */
public final class TestSandbox implements AutoCloseable {

    private final TwilioSandbox twilio;
    private final CrmReceiver crm;
    private final Controls controls;

    private TestSandbox(int port) {
        twilio = TwilioSandbox.start(TwilioAccount.of("test"), port);
        crm = CrmReceiver.start(port + 1);
        controls = Controls.start(port + 2, twilio, crm);
    }

    public static TestSandbox start() {
        int port = ThreadLocalRandom.current()
                .ints(18_000, 32_000)
                .filter(first -> IntStream.range(first, first + 3).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
        return new TestSandbox(port);
    }

    public SandboxClient client() {
        return new SandboxClient(twilio.port());
    }

    @Override
    public void close() {
        controls.close();
        crm.close();
        twilio.close();
    }
}
