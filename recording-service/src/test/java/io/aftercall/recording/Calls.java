package io.aftercall.recording;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.Call;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallEnded;
import io.aftercall.events.Direction;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A call of a test: ids nobody else has, and the events the gateway would send of it. */
public record Calls(String callSid, String recordingSid, String callStatus) {

    public static final String BUSINESS = "lakeside";

    /** An answered and recorded one. */
    public static Calls next() {
        return new Calls("CA" + hex(), "RE" + hex(), "completed");
    }

    /** One that ended like this. */
    public Calls ended(String status) {
        return new Calls(callSid, recordingSid, status);
    }

    /** It is over and recorded. */
    public CallEnded recorded(int revision) {
        return recorded(revision, Stage.RECORDING);
    }

    /** It is over and recorded, and this revision starts here. */
    public CallEnded recorded(int revision, Stage startFrom) {
        RecordingNotice notice =
                new RecordingNotice(State.AVAILABLE, FakeTwilio.ACCOUNT, recordingSid, 2, 36, "DialVerb", null);
        return event(revision, notice, startFrom);
    }

    /** It is over and has no recording. */
    public CallEnded unrecorded(State state) {
        return event(1, RecordingNotice.none(state, state.name()), Stage.RECORDING);
    }

    /** It is over, was not recorded, and belongs to no business yet. */
    public CallEnded unassigned(int revision) {
        CallEnded event = unrecorded(State.FAILED);
        CallContext known = event.context();
        return new CallEnded(
                callSid,
                revision,
                new CallContext(known.call(), null, known.recording(), List.of(), known.startFrom()));
    }

    /** It is over, and this is what Twilio said of the recording. */
    public CallEnded event(int revision, RecordingNotice notice, Stage startFrom) {
        Call call = new Call(
                callSid,
                FakeTwilio.ACCOUNT,
                Direction.INBOUND,
                "+13125550142",
                "+13125550100",
                callStatus,
                Instant.parse("2026-11-20T19:59:56Z"),
                Instant.parse("2026-11-20T20:00:00Z"),
                Instant.parse("2026-11-20T20:00:36Z"),
                36);
        BusinessProfile business =
                new BusinessProfile(BUSINESS, "Lakeside Home Services", "America/Chicago", "en", List.of(), List.of());
        return new CallEnded(callSid, revision, new CallContext(call, business, notice, List.of(), startFrom));
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
