package io.aftercall.dispatcher.address;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every block of addresses that is not a public machine, by IANA's special-purpose registries of IPv4 and IPv6: a
 * request there could reach our own network, a cloud's metadata service, or a machine by a way round its firewall.
 */
final class SpecialNetworks {
    /** All unicast addresses handed out so far; what lies outside is loopback, translation, local, or not yet anything. */
    private static final Network GLOBAL_UNICAST_V6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this network; Linux connects to itself
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by carriers; some clouds' metadata
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local; most clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays, retired
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and the broadcast address
                    "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarks
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4: any IPv4 address in IPv6
                    "3fff::/20") // documentation
            .map(Network::of)
            .toList();

    private SpecialNetworks() {}

    /** The special block that {@code address} lies in, or empty for a public address. */
    static Optional<String> holding(InetAddress address) {
        boolean v6 = Network.canonical(address).length > Integer.BYTES;
        if (v6 && !GLOBAL_UNICAST_V6.contains(address)) {
            return Optional.of("outside " + GLOBAL_UNICAST_V6);
        }
        return SPECIAL.stream()
                .filter(network -> network.contains(address))
                .map(Network::toString)
                .findFirst();
    }
}
