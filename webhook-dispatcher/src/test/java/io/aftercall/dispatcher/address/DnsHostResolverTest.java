package io.aftercall.dispatcher.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsHostResolverTest {
    private final Vertx vertx = Vertx.vertx();
    private final DnsHostResolver resolver = new DnsHostResolver(vertx);

    @AfterEach
    void stop() {
        resolver.close();
        vertx.close();
    }

    @Test
    void theHostsFileIsRead() {
        assertThat(resolve("localhost")).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8:0:0:0:0:0:7"})
    void anAddressIsItself(String literal) {
        assertThat(resolve(literal)).extracting(InetAddress::getHostAddress).containsExactly(literal);
    }

    /** To libc these are 127.0.0.1; to us they are names that nobody has. */
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f.1", "0177.0.0.1", "nobody.invalid"})
    void whatIsNeitherNameNorAddressFails(String host) {
        assertThatThrownBy(() -> resolve(host))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    private List<InetAddress> resolve(String host) {
        return resolver.resolve(host).toCompletionStage().toCompletableFuture().join();
    }
}
