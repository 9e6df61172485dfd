package io.aftercall.chassis;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.Call;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallEnded;
import io.aftercall.events.Direction;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Calls nobody has heard of before, and the events of theirs that tests send. */
public final class Events {

    private Events() {}

    public static String newCall() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    public static CallEnded callEnded(String callSid, int revision) {
        Call call = new Call(
                callSid, "AC1", Direction.INBOUND, "anonymous", "+13125550100", "completed", null, null, null, 36);
        RecordingNotice notice = new RecordingNotice(RecordingNotice.State.AVAILABLE, "AC1", "RE1", 2, 36, null, null);
        return new CallEnded(callSid, revision, new CallContext(call, null, notice, List.of(), Stage.RECORDING));
    }

    public static RecordingStored stored(CallEnded input, String reason) {
        return new RecordingStored(
                input.callSid(), input.revision(), input.context(), RecordingOutcome.skipped(reason, reason));
    }

    public static void send(KafkaProbe kafka, CallEnded event) throws IOException {
        byte[] body = new ObjectMapper().findAndRegisterModules().writeValueAsBytes(event);
        kafka.send(
                EventTypes.CALL_ENDED.topic(),
                event.callSid(),
                EventTypes.CALL_ENDED.type(),
                UUID.randomUUID().toString(),
                body);
    }
}
