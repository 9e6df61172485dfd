package io.aftercall.chassis.work;

import io.aftercall.chassis.erasure.CallMemory;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import io.aftercall.events.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * One stage of a call's life: how it makes the event after it out of the event before it. A worker service has exactly
 * one bean of this type; attempts, retries, revisions, fencing and publishing are not its concern.
 *
 * @param <I> the event that starts the work
 * @param <O> the event that ends it, whatever the outcome
 */
public interface StageWorker<I extends Event, O extends Event> extends CallMemory {

    /** The stage's name in telemetry. */
    Stage stage();

    /** What starts the work. */
    EventType<I> input();

    /** What ends it. */
    EventType<O> output();

    /** How often, and how far apart, a passing failure is tried again. */
    RetrySchedule retries();

    /** The longest one attempt may take; its thread is interrupted then, and the attempt has failed. */
    Duration timeLimit();

    /**
     * The outcome, where it is known without any work: there is rightly nothing to do, or this revision starts after
     * this stage and an earlier result is announced again. Runs in the consumer's transaction: rows only.
     *
     * @return empty when there is work to do
     */
    Optional<O> settled(I input);

    /**
     * Does the work. Runs outside any transaction, perhaps more than once and on several replicas for the same input,
     * so whatever it leaves outside must bear repetition.
     *
     * @throws StageFailure to say what failed and whether trying again can help; any other exception is tried again
     */
    O perform(I input, Attempt attempt) throws Exception;

    /** Keeps the outcome in the service's own tables; an upsert. Runs in the transaction that publishes it. */
    void store(O outcome);

    /** The outcome to publish when there will be no further attempt. */
    O giveUp(I input, StageFailure failure);
}
