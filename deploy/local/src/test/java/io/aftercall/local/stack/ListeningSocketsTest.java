package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningSocketsTest {

    private final long us = ProcessHandle.current().pid();

    @Test
    void aPortBelongsToTheProcessThatListensOnIt() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ListeningSockets.belong(us, socket.getLocalPort())).isTrue();
            assertThat(ListeningSockets.belong(other.pid(), socket.getLocalPort()))
                    .isFalse();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aPortNobodyListensOnBelongsToNobody() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(ListeningSockets.belong(us, port)).isFalse();
    }

    @Test
    void aProcessThatIsGoneHasNoPorts() {
        assertThat(ListeningSockets.belong(Integer.MAX_VALUE, 80)).isFalse();
    }
}
