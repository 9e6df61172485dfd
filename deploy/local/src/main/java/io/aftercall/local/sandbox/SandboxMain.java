package io.aftercall.local.sandbox;

import io.aftercall.embedded.crm.CrmReceiver;
import io.aftercall.embedded.twilio.TwilioAccount;
import io.aftercall.embedded.twilio.TwilioSandbox;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sandbox's process: Twilio on the given port, the CRM on the next, the control interface on the one after. */
final class SandboxMain {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxMain.class);

    private SandboxMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(environment.get("AFTERCALL_SANDBOX_PORT"));
        TwilioAccount account =
                new TwilioAccount(environment.get("TWILIO_ACCOUNT_SID"), environment.get("TWILIO_AUTH_TOKEN"));
        TwilioSandbox twilio = TwilioSandbox.start(account, port);
        CrmReceiver crm = CrmReceiver.start(port + 1);
        Controls.start(port + 2, twilio, crm);
        LOG.info("Twilio sandbox at {}, webhook receiver at {}", twilio.baseUrl(), crm.url("/"));
    }
}
