package io.aftercall.local.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a stack is to be like.
 *
 * @param folder where it keeps its state
 * @param checkout where the services were built
 * @param outlivesJvm whether it runs on when this JVM ends; otherwise it dies with it, however that ends
 * @param usualPorts whether the ports people know are tried first
 * @param twilio the Twilio it talks to; null for a sandbox of its own
 * @param publicUrl its address as Twilio knows it; null for the gateway's own
 * @param environment variables for every service, over those the stack sets
 */
public record StackSettings(
        StackFolder folder,
        Path checkout,
        boolean outlivesJvm,
        boolean usualPorts,
        Twilio twilio,
        String publicUrl,
        Map<String, String> environment) {

    public StackSettings {
        environment = Map.copyOf(environment);
    }

    /** The stack of a checkout, as the commands run it: it outlives them. */
    public static StackSettings ofCheckout(Path checkout, Twilio twilio, String publicUrl) {
        return new StackSettings(
                new StackFolder(checkout.resolve(".aftercall")), checkout, true, true, twilio, publicUrl, Map.of());
    }

    /** A stack for one test, on free ports, that dies with the test's JVM. */
    public static StackSettings forTest(Path folder, Path checkout, Twilio twilio, Map<String, String> environment) {
        return new StackSettings(new StackFolder(folder), checkout, false, false, twilio, null, environment);
    }

    /**
     * A Twilio account.
     *
     * @param baseUrl of its REST API
     * @param accountSid {@code AC…}
     * @param authToken signs callbacks and opens the API
     */
    public record Twilio(String baseUrl, String accountSid, String authToken) {

        /** Where the real one is. */
        public static final String API = "https://api.twilio.com";

        @Override
        public String toString() {
            return "Twilio[%s, %s]".formatted(baseUrl, accountSid);
        }
    }
}
