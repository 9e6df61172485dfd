package io.aftercall.bench;

import io.aftercall.chassis.outbox.Outbox;
import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * How many events one node publishes: each in a transaction of its own, through the outbox, until the broker has
 * acknowledged the last one and its row is gone. The figure includes everything a service pays for an event.
 */
public class OutboxBench implements QuarkusApplication {

    private static final int WRITERS = 16;
    private static final int EVENTS = 40_000;
    private static final int WARM_UP = 20_000;
    private static final int RUNS = 5;
    private static final Instant THEN = Instant.parse("2026-11-20T20:00:00Z");

    private final Outbox outbox;
    private final Jdbi jdbi;
    private final PrintStream out = System.out;

    OutboxBench(Outbox outbox, Jdbi jdbi) {
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    @Override
    public int run(String... args) throws Exception {
        out.printf(
                "outbox: %d processors, Java %s, %d writers, PostgreSQL with fsync and synchronous_commit %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), WRITERS, setting("synchronous_commit"));
        measure(1, WARM_UP);
        print("one event a transaction", 1);
        print("ten events a transaction", 10);
        return 0;
    }

    private void print(String what, int eventsInTransaction) throws Exception {
        List<Long> rates = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            rates.add(measure(eventsInTransaction, EVENTS));
        }
        rates.sort(Long::compare);
        out.printf("outbox: %-25s median %,d events/s of %s%n", what, rates.get(RUNS / 2), rates);
    }

    /** Events per second, from the first publish to the last row's deletion. */
    private long measure(int eventsInTransaction, int events) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        long start = System.nanoTime();
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "CA" + writer + "-" + start + "-";
                done.add(writers.submit(() -> write(prefix, events / WRITERS, eventsInTransaction)));
            }
            for (Future<?> writer : done) {
                writer.get();
            }
        } finally {
            writers.shutdown();
        }
        while (rowsLeft()) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        return events * Duration.ofSeconds(1).toNanos() / (System.nanoTime() - start);
    }

    private void write(String prefix, int events, int eventsInTransaction) {
        for (int first = 0; first < events; first += eventsInTransaction) {
            int from = first;
            QuarkusTransaction.requiringNew()
                    .run(() -> IntStream.range(from, from + eventsInTransaction)
                            .forEach(n -> outbox.publish(EventTypes.CALL_ERASED, new CallErased(prefix + n, 1, THEN))));
        }
    }

    private boolean rowsLeft() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM outbox)")
                .mapTo(boolean.class)
                .one());
    }

    private String setting(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one());
    }
}
