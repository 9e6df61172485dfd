package io.aftercall.dispatcher.address;

import io.aftercall.dispatcher.TestConfig;
import java.util.Map;

/** Address policies for tests of other packages. */
public final class Policies {
    private Policies() {}

    /** Loopback is our own network. */
    public static AddressPolicy loopbackAllowed() {
        return policy(Map.of("aftercall.webhook.allowed-networks", "127.0.0.0/8,::1/128"));
    }

    /** As shipped. */
    public static AddressPolicy strict() {
        return policy(Map.of());
    }

    private static AddressPolicy policy(Map<String, String> settings) {
        return new AddressPolicy(TestConfig.of(AddressConfig.class, settings));
    }
}
