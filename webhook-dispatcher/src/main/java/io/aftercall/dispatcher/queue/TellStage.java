package io.aftercall.dispatcher.queue;

import io.aftercall.chassis.work.StageTelemetry;
import io.aftercall.dispatcher.send.Exchange;
import io.aftercall.events.Stage;
import io.aftercall.events.StageChanged;
import io.aftercall.events.StageChanged.Step;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * Tells the call's timeline how its delivery goes; with several endpoints, of whichever moved last. From a thread of its
 * own: a broker that is away holds up telemetry, never a delivery, and what it cannot hold is dropped.
 */
@ApplicationScoped
public class TellStage {
    private static final int MOST_WAITING = 10_000;

    private final StageTelemetry telemetry;
    private final Clock clock;
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "tell-stage"),
            new DiscardPolicy());

    TellStage(StageTelemetry telemetry, Clock clock) {
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** There are deliveries to make. */
    public void pending(String callSid, int revision) {
        tell(callSid, revision, 0, Step.PENDING, null, null);
    }

    /**
     * There is nobody to deliver to.
     *
     * @param reason a machine-readable word
     */
    public void skipped(String callSid, int revision, String reason) {
        tell(callSid, revision, 0, Step.SKIPPED, reason, null);
    }

    /** An attempt begins. */
    void processing(ClaimedDelivery delivery) {
        tell(delivery.callSid(), delivery.revision(), delivery.attempt(), Step.PROCESSING, null, null);
    }

    /** An attempt has ended, and what follows is written. */
    void settled(SettledAttempt attempt) {
        ClaimedDelivery delivery = attempt.delivery();
        Step step = step(attempt.state());
        Instant next = step == Step.RETRYING ? clock.instant().plus(attempt.pause()) : null;
        tell(delivery.callSid(), delivery.revision(), delivery.attempt(), step, error(attempt.exchange()), next);
    }

    private static Step step(String state) {
        return switch (state) {
            case "delivered" -> Step.COMPLETED;
            case "pending" -> Step.RETRYING;
            default -> Step.FAILED;
        };
    }

    private static String error(Exchange exchange) {
        return exchange.succeeded() ? null : exchange.describeError();
    }

    private void tell(String callSid, int revision, int attempt, Step step, String error, Instant next) {
        StageChanged change =
                new StageChanged(callSid, revision, Stage.DELIVERY, attempt, step, clock.instant(), error, next);
        teller.execute(() -> telemetry.tell(change));
    }

    @PreDestroy
    void stop() {
        teller.shutdown();
    }
}
