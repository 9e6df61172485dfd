package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTest {

    private static final Set<Component> ALL = EnumSet.allOf(Component.class);

    @Test
    void everybodyGetsTheUsualPortWhereItIsFree() {
        PortPlan plan = PortPlan.fresh(ALL, true, port -> true);

        assertThat(ALL).allSatisfy(component -> assertThat(plan.of(component)).isEqualTo(component.usualPort()));
    }

    @Test
    void aTakenPortIsReplacedByAFreeOne() {
        PortPlan plan = PortPlan.fresh(ALL, true, port -> port != 8080);

        assertThat(plan.of(Component.CALL_GATEWAY)).isNotEqualTo(8080).isBetween(18_000, 32_000);
        assertThat(plan.of(Component.RECORDING_SERVICE)).isEqualTo(8081);
    }

    @Test
    void nobodySharesAPort() {
        PortPlan plan = PortPlan.fresh(ALL, false, port -> port < 18_100);

        Set<Integer> ports = new HashSet<>();
        ALL.forEach(component -> ports.add(plan.of(component)));
        assertThat(ports).hasSameSizeAs(ALL);
    }

    @Test
    void noFreePortAtAllIsSaid() {
        assertThatThrownBy(() -> PortPlan.fresh(ALL, true, port -> false))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("No free port");
    }

    @Test
    void whatCrashedGetsItsOldPortAgain(@TempDir Path folder) throws IOException {
        Processes processes = processesThatCrashed(folder, freePort());

        assertThat(PortPlan.asBefore(Set.of(Component.CALL_GATEWAY), processes))
                .hasValueSatisfying(plan -> assertThat(plan.of(Component.CALL_GATEWAY))
                        .isEqualTo(processes
                                .last(Component.CALL_GATEWAY)
                                .orElseThrow()
                                .port()));
    }

    @Test
    void noPlanAsBeforeWhenSomebodyElseTookThePort(@TempDir Path folder) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Processes processes = processesThatCrashed(folder, other.getLocalPort());

            assertThat(PortPlan.asBefore(Set.of(Component.CALL_GATEWAY), processes))
                    .isEmpty();
        }
    }

    private static Processes processesThatCrashed(Path root, int port) {
        StackFolder folder = new StackFolder(root);
        folder.create();
        Processes processes = new Processes(folder);
        processes.remember(Component.CALL_GATEWAY, new StackProcess(Long.MAX_VALUE, "gone", port));
        return processes;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
