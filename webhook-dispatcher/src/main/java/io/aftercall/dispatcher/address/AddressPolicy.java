package io.aftercall.dispatcher.address;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/**
 * Says whether an address may be connected to: public ones always, special ones only inside the networks that the
 * configuration allows.
 */
@ApplicationScoped
@Startup // a setting that cannot be read is told at the start, not at the first webhook
public class AddressPolicy {
    private final List<Network> allowed;

    AddressPolicy(AddressConfig config) {
        this.allowed = config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::of)
                .toList();
    }

    /** Whether we may connect to {@code address}. */
    public boolean permits(InetAddress address) {
        return permitsByConfiguration(address)
                || SpecialNetworks.holding(address).isEmpty();
    }

    /** Whether {@code address} lies in a network that the configuration allows, so that it counts as our own. */
    public boolean permitsByConfiguration(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }
}
