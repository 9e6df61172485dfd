package io.aftercall.local.stack;

import io.aftercall.embedded.process.Ports;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Who listens where. */
final class PortPlan {

    // Below the range from which the kernel takes the near ends of outgoing connections: a service that was killed
    // finds its port free when it comes back.
    private static final int LOWEST = 18_000;
    private static final int HIGHEST = 32_000;

    private final Map<Component, Integer> ports;

    private PortPlan(Map<Component, Integer> ports) {
        this.ports = ports;
    }

    /** Everybody gets the usual port where that is wanted and free, else any free one. */
    static PortPlan fresh(Collection<Component> components, boolean usualFirst) {
        return fresh(components, usualFirst, Ports::isFree);
    }

    static PortPlan fresh(Collection<Component> components, boolean usualFirst, IntPredicate isFree) {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        Set<Integer> given = new HashSet<>();
        for (Component component : components) {
            IntPredicate available =
                    first -> portsFrom(first, component).allMatch(port -> !given.contains(port) && isFree.test(port));
            int usual = component.usualPort();
            int first = usualFirst && available.test(usual) ? usual : anyOf(available);
            ports.put(component, first);
            portsFrom(first, component).forEach(given::add);
        }
        return new PortPlan(ports);
    }

    /**
     * Everybody keeps the port of before, those that run and those that crashed; empty if somebody has none or cannot
     * have it again, since the others know no other address.
     */
    static Optional<PortPlan> asBefore(Collection<Component> components, Processes processes) {
        Map<Component, Integer> ports = new EnumMap<>(Component.class);
        for (Component component : components) {
            processes
                    .last(component)
                    .filter(last ->
                            last.alive() || portsFrom(last.port(), component).allMatch(Ports::isFree))
                    .ifPresent(last -> ports.put(component, last.port()));
        }
        return ports.size() == components.size() ? Optional.of(new PortPlan(ports)) : Optional.empty();
    }

    int of(Component component) {
        return ports.get(component);
    }

    private static IntStream portsFrom(int first, Component component) {
        return IntStream.range(first, first + component.portCount());
    }

    private static int anyOf(IntPredicate available) {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .limit(1_000)
                .filter(available)
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "No free port between %d and %d.".formatted(LOWEST, HIGHEST), "See what listens: ss -ltnp"));
    }
}
