package io.aftercall.local.command;

import io.aftercall.local.stack.LocalStack;
import io.aftercall.local.stack.StackFailure;
import io.aftercall.local.stack.StackSettings;
import io.aftercall.local.stack.StackSettings.Twilio;
import io.aftercall.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * What every command works with.
 *
 * @param checkout the root of the checkout
 * @param environment the variables the command was started with
 * @param terminal where it prints
 */
public record Workplace(Path checkout, Map<String, String> environment, Terminal terminal) {

    /** As the shell script set it up. */
    public static Workplace ofThisProcess() {
        String checkout = System.getProperty("aftercall.checkout");
        if (checkout == null) {
            throw new IllegalStateException("Start this with ./aftercall, which says where the checkout is.");
        }
        return new Workplace(Path.of(checkout), System.getenv(), Terminal.ofThisProcess());
    }

    LocalStack stack() {
        String publicUrl = variable("AFTERCALL_PUBLIC_URL");
        return new LocalStack(StackSettings.ofCheckout(checkout, usesRealTwilio() ? realTwilio() : null, publicUrl));
    }

    /** Real calls need an address Twilio can reach: without one, the sandbox is used whatever else is set. */
    boolean usesRealTwilio() {
        return variable("AFTERCALL_PUBLIC_URL") != null
                && (variable("TWILIO_ACCOUNT_SID") != null || variable("TWILIO_AUTH_TOKEN") != null);
    }

    private Twilio realTwilio() {
        String sid = variable("TWILIO_ACCOUNT_SID");
        String token = variable("TWILIO_AUTH_TOKEN");
        if (sid == null || token == null) {
            throw new StackFailure(
                    "Of TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN only one is set.",
                    "Set both to use that account, or none to use the sandbox.");
        }
        return new Twilio(Twilio.API, sid, token);
    }

    /** Null where it is not set or empty. */
    private String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
