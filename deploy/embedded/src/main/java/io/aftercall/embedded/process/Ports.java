package io.aftercall.embedded.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports of the loopback interface. */
public final class Ports {

    private static final int ATTEMPTS = 200;
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /**
     * A port that is free now and likely to stay so until a server binds it: it lies below the range from which systems
     * take the ports of outgoing connections.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port found"));
    }

    /**
     * Checks a port that a server was told to use, before it is started.
     *
     * @throws IllegalStateException if something listens on it already
     */
    public static void requireFree(int port) {
        if (!isFree(port)) {
            throw new IllegalStateException("Port " + port + " is taken");
        }
    }

    /** Whether nothing listens on this port. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody listens on {@code port} of this machine. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
