package io.aftercall.chassis.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stage work as the scheduler knows it: an instance {@code callSid:revision}, everything else is in its row. */
@ApplicationScoped
class StageTask {

    private static final String NAME = "stage-work";
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    TaskInstance<Void> instanceOf(Attempt attempt) {
        return new TaskInstance<>(NAME, attempt.instance());
    }

    @Produces
    @Singleton
    Task<Void> task(RunStageWork runStageWork) {
        return Tasks.custom(NAME, Void.class)
                // Reached only when the row could not be claimed or its end not stored: the database is away.
                .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AFTER_TROUBLE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> complete(run(runStageWork, instance.getId())));
    }

    private static CompletionHandler<Void> complete(Optional<Instant> nextAttempt) {
        return (execution, operations) ->
                nextAttempt.ifPresentOrElse(at -> operations.reschedule(execution, at), () -> operations.remove());
    }

    private static Optional<Instant> run(RunStageWork runStageWork, String instance) {
        try {
            return runStageWork.run(instance);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("An attempt could not be begun.", failure);
        }
    }
}
