package io.aftercall.dispatcher.queue;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down once the dispatcher has stopped working without being asked to: a restart mends it, waiting does not. */
@Liveness
class DispatcherAlive implements HealthCheck {
    private final DispatchDeliveries dispatcher;

    DispatcherAlive(DispatchDeliveries dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dispatcher")
                .status(dispatcher.isAlive())
                .build();
    }
}
