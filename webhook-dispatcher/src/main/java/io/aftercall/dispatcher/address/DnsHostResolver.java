package io.aftercall.dispatcher.address;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.FutureListener;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Asks the system's DNS servers and its hosts file. Not the JDK's resolver: that one holds a thread for as long as a name
 * server is silent, so a few customers with broken DNS would hold up everybody.
 */
@ApplicationScoped
class DnsHostResolver implements HostResolver {
    private static final Duration QUERY_TIME_OUT = Duration.ofSeconds(2);
    /** Addresses are asked for anew at each attempt; this spares the name server a storm at one moment. */
    private static final int LONGEST_MEMORY_SECONDS = 30;

    private final DnsNameResolver resolver;

    DnsHostResolver(Vertx vertx) {
        this.resolver = new DnsNameResolverBuilder(vertx.nettyEventLoopGroup().next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                .queryTimeoutMillis(QUERY_TIME_OUT.toMillis())
                .ttl(0, LONGEST_MEMORY_SECONDS)
                .negativeTtl(0)
                .build();
    }

    @Override
    public Future<List<InetAddress>> resolve(String host) {
        Promise<List<InetAddress>> addresses = Promise.promise();
        resolver.resolveAll(host).addListener((FutureListener<List<InetAddress>>) answer -> {
            if (answer.isSuccess()) {
                addresses.complete(answer.getNow());
            } else {
                addresses.fail(answer.cause());
            }
        });
        return addresses.future();
    }

    @PreDestroy
    void close() {
        resolver.close();
    }
}
