package io.aftercall.chassis;

import io.aftercall.chassis.work.Attempt;
import io.aftercall.chassis.work.RetrySchedule;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.chassis.work.StageWorker;
import io.aftercall.events.CallEnded;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A stage whose work each test writes for its own call. */
@ApplicationScoped
public class ScriptedWorker implements StageWorker<CallEnded, RecordingStored> {

    /** What one call's work does. */
    @FunctionalInterface
    public interface Script {
        RecordingStored perform(CallEnded input, Attempt attempt) throws Exception;
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, RecordingStored> settled = new ConcurrentHashMap<>();
    private final Queue<RecordingStored> stored = new ConcurrentLinkedQueue<>();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();

    public void script(String callSid, Script script) {
        scripts.put(callSid, script);
    }

    public void settle(String callSid, RecordingStored outcome) {
        settled.put(callSid, outcome);
    }

    public List<Attempt> attempts(String callSid) {
        return attempts.stream().filter(a -> a.callSid().equals(callSid)).toList();
    }

    public List<RecordingStored> stored(String callSid) {
        return stored.stream().filter(o -> o.callSid().equals(callSid)).toList();
    }

    @Override
    public Stage stage() {
        return Stage.RECORDING;
    }

    @Override
    public EventType<CallEnded> input() {
        return EventTypes.CALL_ENDED;
    }

    @Override
    public EventType<RecordingStored> output() {
        return EventTypes.RECORDING_STORED;
    }

    @Override
    public RetrySchedule retries() {
        return RetrySchedule.of(List.of(Duration.ofMillis(50), Duration.ofMillis(50)), 0);
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Optional<RecordingStored> settled(CallEnded input) {
        return Optional.ofNullable(settled.get(input.callSid()));
    }

    @Override
    public RecordingStored perform(CallEnded input, Attempt attempt) throws Exception {
        attempts.add(attempt);
        Script script = scripts.get(input.callSid());
        return script == null ? Events.stored(input, "done") : script.perform(input, attempt);
    }

    @Override
    public void store(RecordingStored outcome) {
        stored.add(outcome);
    }

    @Override
    public RecordingStored giveUp(CallEnded input, StageFailure failure) {
        return Events.stored(input, "gave_up_" + failure.reason());
    }

    @Override
    public void forget(String callSid) {
        stored.removeIf(outcome -> outcome.callSid().equals(callSid));
    }
}
