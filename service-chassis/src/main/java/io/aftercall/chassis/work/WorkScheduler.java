package io.aftercall.chassis.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.aftercall.chassis.sql.AfterCommit;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The service's db-scheduler. Every CDI bean of type {@link Task} is registered with it; a service schedules through
 * here, so that scheduling always belongs to a transaction and is picked up as soon as that has committed.
 */
@ApplicationScoped
public class WorkScheduler {

    private final AfterCommit afterCommit;
    private final Scheduler scheduler;

    WorkScheduler(DataSource dataSource, WorkConfig config, AfterCommit afterCommit, @All List<Task<?>> tasks) {
        this.afterCommit = afterCommit;
        this.scheduler = Scheduler.create(dataSource, new ArrayList<>(tasks))
                .serializer(new JacksonSerializer())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .threads(config.threads())
                // Never more than there are free workers: what is fetched and waits here could run elsewhere.
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.pollInterval())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(config.missedHeartbeats())
                .shutdownMaxWait(config.shutdownWait())
                .build();
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        scheduler.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }

    /**
     * Schedules with the open transaction; due work starts within milliseconds of its commit. Call it only for a row
     * that this transaction inserted: an instance that exists already aborts the transaction.
     *
     * @throws IllegalStateException if no transaction is open
     */
    public void schedule(TaskInstance<?> instance, Instant at) {
        afterCommit.run(scheduler::triggerCheckForDueExecutions);
        scheduler.schedule(instance, at);
    }
}
