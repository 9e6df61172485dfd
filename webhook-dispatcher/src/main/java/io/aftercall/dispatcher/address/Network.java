package io.aftercall.dispatcher.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;

/**
 * A block of addresses in CIDR notation, of one family. An IPv6 address that holds an IPv4 one ({@code ::ffff:0:0/96}) is
 * judged as the IPv4 address, which is what the operating system connects to.
 */
final class Network {
    private static final int MAPPED_PREFIX_BYTES = 12;

    private final String notation;
    private final byte[] address;
    private final int bits;

    private Network(String notation, byte[] address, int bits) {
        this.notation = notation;
        this.address = address;
        this.bits = bits;
    }

    /**
     * Reads {@code 10.0.0.0/8} or {@code fc00::/7}.
     *
     * @throws IllegalArgumentException if it is not that
     */
    static Network of(String notation) {
        String[] parts = Objects.requireNonNull(notation).strip().split("/");
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]+") || !parts[1].matches("\\d{1,3}")) {
            throw notANetwork(notation);
        }
        byte[] address = literal(parts[0], notation);
        int bits = Integer.parseInt(parts[1]);
        if (bits > address.length * Byte.SIZE) {
            throw notANetwork(notation);
        }
        return new Network(notation.strip(), address, bits);
    }

    boolean contains(InetAddress candidate) {
        byte[] bytes = canonical(candidate);
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((bytes[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The address's bytes; four of them too when it is an IPv4 address written as IPv6. */
    static byte[] canonical(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address && isMapped(bytes)
                ? Arrays.copyOfRange(bytes, MAPPED_PREFIX_BYTES, bytes.length)
                : bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_PREFIX_BYTES - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[MAPPED_PREFIX_BYTES - 2] == (byte) 0xff && bytes[MAPPED_PREFIX_BYTES - 1] == (byte) 0xff;
    }

    private static byte[] literal(String address, String notation) {
        boolean v6 = address.contains(":");
        if (!v6 && !address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw notANetwork(notation);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            throw notANetwork(notation);
        }
    }

    private static IllegalArgumentException notANetwork(String notation) {
        return new IllegalArgumentException("\"" + notation + "\" is not a network such as 10.0.0.0/8 or fc00::/7.");
    }

    @Override
    public String toString() {
        return notation;
    }
}
