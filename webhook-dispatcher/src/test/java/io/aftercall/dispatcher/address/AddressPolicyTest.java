package io.aftercall.dispatcher.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.dispatcher.TestConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private final AddressPolicy strict = policy(Map.of());

    /** The first and the last address of each block, or a telling one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "64:ff9b::",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::",
                "100::ffff:ffff:ffff:ffff",
                "2001::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:1ff:ffff::1",
                "2001:db8::",
                "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                "2002::",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "2002:ffff::1",
                "3fff::1",
                "5f00::1",
                "4000::1",
                "fc00::",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff00::",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            })
    void specialAddressesAreRefused(String address) throws UnknownHostException {
        assertThat(strict.permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "8.8.8.8",
                "2000::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2001:db7::1",
                "2001:db9::1",
                "2003::1",
                "2a00:1450::1",
            })
    void publicAddressesAreNot(String address) throws UnknownHostException {
        assertThat(strict.permits(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0"})
    void aSpecialAddressInsideAnIpv6OneIsStillRefused(String inner) throws UnknownHostException {
        assertThat(strict.permits(mapped(inner))).isFalse();
    }

    @Test
    void aPublicAddressInsideAnIpv6OneIsNot() throws UnknownHostException {
        assertThat(strict.permits(mapped("8.8.8.8"))).isTrue();
    }

    @Test
    void onlyWhatTheConfigurationAllowsIsSpared() throws UnknownHostException {
        AddressPolicy local = policy(Map.of("aftercall.webhook.allowed-networks", "127.0.0.0/8, ::1/128"));

        assertThat(local.permits(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(local.permits(InetAddress.getByName("::1"))).isTrue();
        assertThat(local.permits(mapped("127.0.0.1"))).isTrue();
        assertThat(local.permits(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(local.permitsByConfiguration(InetAddress.getByName("8.8.8.8")))
                .isFalse();
    }

    /** An address that stays IPv6 in the JDK, which turns most of them into IPv4 by itself. */
    private static InetAddress mapped(String ipv4) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName(ipv4).getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress(null, bytes, -1);
    }

    private static AddressPolicy policy(Map<String, String> settings) {
        return new AddressPolicy(TestConfig.of(AddressConfig.class, settings));
    }
}
