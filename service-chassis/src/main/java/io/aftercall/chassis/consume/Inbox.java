package io.aftercall.chassis.consume;

import io.aftercall.chassis.erasure.Tombstones;
import io.aftercall.chassis.kafka.CloudEvents;
import io.aftercall.chassis.sql.Passing;
import io.aftercall.chassis.time.Backoff;
import io.aftercall.chassis.time.Backoff.ServiceStopping;
import io.aftercall.chassis.trace.Traces;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Handles each record in one transaction, however long the database is away, and lets no bad record stop the ones
 * behind it. The caller acknowledges when this returns, and must not when it throws.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** Trouble that is nobody's outage gets this many tries (about half a minute) before it counts as the record's. */
    private static final int TRIES_OF_A_FAILING_HANDLER = 10;

    private static final int TRANSACTION_SECONDS = 30;

    private final EventReader reader;
    private final DeadLetters deadLetters;
    private final Tombstones tombstones;
    private final Traces traces;
    private final Backoff backoff;

    Inbox(EventReader reader, DeadLetters deadLetters, Tombstones tombstones, Traces traces, Backoff backoff) {
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.tombstones = tombstones;
        this.traces = traces;
        this.backoff = backoff;
    }

    /**
     * Reads {@code record} and hands it to {@code handler} inside a transaction, unless its call was erased. Returns
     * when the transaction has committed or the record lies with the dead letters.
     *
     * @param handler short: rows and schedules only; it may run again, with everything it did rolled back
     * @throws ServiceStopping when the service stops first; the record will come again
     */
    public <E extends Event> void receive(
            ConsumerRecord<String, byte[]> record, EventType<E> type, Consumer<E> handler) {
        try {
            E event = reader.read(record, type);
            MDC.put("callSid", event.callSid());
            String parent = CloudEvents.read(record.headers(), CloudEvents.TRACEPARENT);
            traces.under(parent, record.topic() + " process", SpanKind.CONSUMER, () -> {
                handleUntilDone(event, handler);
                return null;
            });
        } catch (ServiceStopping stopping) {
            throw stopping;
        } catch (UnreadableEvent unreadable) {
            deadLetters.bury(record, unreadable.getMessage());
        } catch (Exception failing) {
            LOG.errorf(failing, "The handler of %s keeps failing; the record goes to the dead letters.", type.topic());
            deadLetters.bury(record, "handler_failed_" + failing.getClass().getSimpleName());
        } finally {
            MDC.remove("callSid");
        }
    }

    private <E extends Event> void handleUntilDone(E event, Consumer<E> handler) {
        int tries = 0;
        int failures = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .run(() -> handleUnlessErased(event, handler));
                return;
            } catch (UnreadableEvent | ServiceStopping final_) {
                throw final_;
            } catch (RuntimeException failure) {
                tries++;
                // Counted apart: what fails once after a long outage has not failed ten times.
                if (!Passing.isPassing(failure) && ++failures >= TRIES_OF_A_FAILING_HANDLER) {
                    throw failure;
                }
                LOG.warnf("Handling an event failed (%s), try %d. Will try again.", Passing.kindOf(failure), tries);
                backoff.pause(tries);
            }
        }
    }

    private <E extends Event> void handleUnlessErased(E event, Consumer<E> handler) {
        if (tombstones.isErasedForSure(event.callSid())) {
            LOG.info("An event of an erased call was dropped.");
            return;
        }
        handler.accept(event);
    }
}
