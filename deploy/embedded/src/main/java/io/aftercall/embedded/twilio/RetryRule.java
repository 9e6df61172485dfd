package io.aftercall.embedded.twilio;

import java.util.Arrays;
import java.util.List;

/**
 * When Twilio makes a callback again, as the fragment of its URL asks for ({@code #rc=5&rp=all}); without one, once
 * after a failure to connect.
 *
 * @param count how often at most
 * @param policies {@code 4xx}, {@code 5xx}, {@code ct} (connection), {@code rt} (no answer in time), {@code all}
 */
record RetryRule(int count, List<String> policies) {

    /** The status of an attempt that could not connect. */
    static final int NOT_CONNECTED = 0;

    /** The status of an attempt that was not answered in time. */
    static final int NOT_ANSWERED = -1;

    static RetryRule of(String fragment) {
        int count = 1;
        List<String> policies = List.of("ct");
        for (String override : fragment.isEmpty() ? new String[0] : fragment.split("&")) {
            String value = override.substring(override.indexOf('=') + 1);
            if (override.startsWith("rc=")) {
                count = Math.min(5, Integer.parseInt(value));
            } else if (override.startsWith("rp=")) {
                policies = Arrays.asList(value.split(","));
            }
        }
        return new RetryRule(count, policies);
    }

    /** Whether an attempt that ended like this is followed by another. */
    boolean again(int attempts, int status) {
        if (attempts > count || status / 100 == 2) {
            return false;
        }
        String kind = switch (status) {
            case NOT_CONNECTED -> "ct";
            case NOT_ANSWERED -> "rt";
            default -> status / 100 + "xx";
        };
        return policies.contains(kind) || policies.contains("all");
    }
}
