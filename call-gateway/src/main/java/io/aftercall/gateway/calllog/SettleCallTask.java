package io.aftercall.gateway.calllog;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.MDC;

/** The task {@code settle-call}: a call has waited long enough for its recording. An instance is a call SID. */
@ApplicationScoped
class SettleCallTask {

    private static final String NAME = "settle-call";
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    static TaskInstance<Void> of(String callSid) {
        return new TaskInstance<>(NAME, callSid);
    }

    @Produces
    @Singleton
    Task<Void> settleCall(CallLog callLog, SettleCall settleCall) {
        return Tasks.oneTime(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AFTER_TROUBLE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> settle(instance.getId(), callLog, settleCall));
    }

    private static void settle(String callSid, CallLog callLog, SettleCall settleCall) {
        MDC.put("callSid", callSid);
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> callLog.lock(callSid)
                            .map(settleCall::settleWithoutWaiting)
                            .ifPresent(callLog::save));
        } finally {
            MDC.remove("callSid");
        }
    }
}
