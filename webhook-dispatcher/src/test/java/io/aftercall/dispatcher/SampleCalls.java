package io.aftercall.dispatcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftercall.events.BusinessProfile;
import io.aftercall.events.Call;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Finished calls as summary-service tells of them: the golden one, and variations on it. */
public final class SampleCalls {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private SampleCalls() {}

    /** The contract's own example. */
    public static CallSummarized golden() {
        try {
            return JSON.readValue(SampleCalls.class.getResource("/golden/call-summarized.json"), CallSummarized.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A CallSid that no other test uses. */
    public static String newCallSid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The golden call, but this one. */
    public static CallSummarized call(String callSid, int revision, String businessId, Direction direction) {
        CallSummarized golden = golden();
        Call call = golden.context().call();
        BusinessProfile business = golden.context().business();
        return new CallSummarized(
                callSid,
                revision,
                new CallContext(
                        new Call(
                                callSid,
                                call.accountSid(),
                                direction,
                                call.from(),
                                call.to(),
                                call.callStatus(),
                                call.startedAt(),
                                call.answeredAt(),
                                call.endedAt(),
                                call.durationSec()),
                        businessId == null
                                ? null
                                : new BusinessProfile(
                                        businessId,
                                        business.name(),
                                        business.timeZone(),
                                        business.language(),
                                        business.cities(),
                                        business.services()),
                        golden.context().recording(),
                        golden.context().realtimeUtterances(),
                        golden.context().startFrom()),
                golden.recording(),
                golden.transcription(),
                golden.summary());
    }

    /** As it lies on the topic. */
    public static byte[] json(Object event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
