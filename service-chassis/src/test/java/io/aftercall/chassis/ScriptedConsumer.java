package io.aftercall.chassis;

import io.aftercall.chassis.consume.Inbox;
import io.aftercall.chassis.work.StageWork;
import io.aftercall.events.CallEnded;
import io.aftercall.events.EventTypes;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as every service writes it, with a place for a test to step in. */
@ApplicationScoped
public class ScriptedConsumer {

    private final Inbox inbox;
    private final StageWork work;
    private final Map<String, Consumer<CallEnded>> scripts = new ConcurrentHashMap<>();

    ScriptedConsumer(Inbox inbox, StageWork work) {
        this.inbox = inbox;
        this.work = work;
    }

    public void script(String callSid, Consumer<CallEnded> handler) {
        scripts.put(callSid, handler);
    }

    @Incoming("call-ended")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(
                record,
                EventTypes.CALL_ENDED,
                event -> scripts.getOrDefault(event.callSid(), work::accept).accept(event));
    }
}
