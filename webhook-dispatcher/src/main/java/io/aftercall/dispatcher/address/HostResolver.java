package io.aftercall.dispatcher.address;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host without blocking. */
public interface HostResolver {
    /**
     * All addresses of {@code host}, the best to try first.
     *
     * @param host a name, or an address in its literal form without brackets
     * @return never empty; fails with {@link java.net.UnknownHostException} when there are none, or none could be learnt
     */
    Future<List<InetAddress>> resolve(String host);
}
