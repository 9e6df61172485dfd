package io.aftercall.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercall.events.Direction;
import io.aftercall.gateway.calllog.CallStatus;
import io.aftercall.gateway.calllog.Recording;
import io.aftercall.gateway.calllog.RecordingCallback;
import io.aftercall.gateway.calllog.StatusCallback;
import io.aftercall.gateway.form.Form;
import io.aftercall.gateway.form.MalformedForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCallbackTest {

    private static final Instant NOW = Instant.parse("2026-11-20T21:00:00Z");
    private static final String CALL = "CA11111111111111111111111111111111";
    private static final String CALL_AND_ACCOUNT = "CallSid=" + CALL + "&AccountSid=AC22222222222222222222222222222222";

    @Test
    void aStatusCallbackIsReadInFull() {
        StatusCallback told = status("&ParentCallSid=CA00000000000000000000000000000000&Direction=outbound-dial"
                + "&From=%2B13125550100&To=anonymous&CallStatus=no-answer&SequenceNumber=3"
                + "&Timestamp=Fri%2C+20+Nov+2026+20%3A00%3A36+%2B0000&CallDuration=0");

        assertThat(told)
                .isEqualTo(new StatusCallback(
                        CALL,
                        "AC22222222222222222222222222222222",
                        "CA00000000000000000000000000000000",
                        Direction.OUTBOUND,
                        "+13125550100",
                        "anonymous",
                        CallStatus.NO_ANSWER,
                        3,
                        Instant.parse("2026-11-20T20:00:36Z"),
                        0,
                        null));
    }

    @Test
    void aRecordingCallbackIsReadInFull() {
        RecordingCallback told = recording(
                "&RecordingSid=RE33333333333333333333333333333333&RecordingStatus=completed"
                        + "&RecordingDuration=36&RecordingChannels=2&RecordingSource=StartCallRecordingTwiML&ErrorCode=0"
                        + "&RecordingUrl=https%3A%2F%2Fapi.twilio.com%2FRE33&RecordingStartTime=Fri%2C+20+Nov+2026+20%3A00%3A00+%2B0000");

        assertThat(told.recording())
                .isEqualTo(new Recording(
                        "RE33333333333333333333333333333333",
                        Recording.State.COMPLETED,
                        36,
                        2,
                        "StartCallRecordingTwiML",
                        "https://api.twilio.com/RE33",
                        Instant.parse("2026-11-20T20:00:00Z"),
                        null));
    }

    @Test
    void aStatusCallbackThatNamesARecordingTellsOfItToo() {
        assertThat(status("&CallStatus=completed&RecordingSid=RE33333333333333333333333333333333&RecordingDuration=5")
                        .recording())
                .returns(Recording.State.COMPLETED, Recording::state)
                .returns(5, Recording::durationSec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&SequenceNumber=-1&CallDuration=99999999999&Timestamp=yesterday&CallStatus=exploded&Direction=sideways",
                "&SequenceNumber=1.5&CallDuration=NaN&Timestamp=Fri%2C+20+Nov+9999+20%3A00%3A36+%2B0000&CallStatus=",
                "&SequenceNumber='&CallDuration=%3B&Timestamp=Mon%2C+32+Nov+2026+20%3A00%3A36+%2B0000&ParentCallSid=x"
            })
    void whatCannotBeReadIsAsIfItWereNotTold(String rest) {
        assertThat(status(rest))
                .isEqualTo(new StatusCallback(
                        CALL,
                        "AC22222222222222222222222222222222",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        null,
                        null));
    }

    @Test
    void anEndlessNameIsCut() {
        assertThat(status("&From=" + "x".repeat(5_000)).from()).hasSize(250);
    }

    @ParameterizedTest
    @CsvSource({"in-progress, IN_PROGRESS", "paused, IN_PROGRESS", "absent, ABSENT", "failed, FAILED"})
    void aRecordingNeedsNoSidUntilItIsCompleted(String word, Recording.State state) {
        assertThat(recording("&RecordingStatus=" + word).recording().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccountSid=AC2", "CallSid=CA1&AccountSid=AC2", "CallSid=..%2F..%2Fetc&AccountSid=AC2"})
    void withoutACallThereIsNoCallback(String body) {
        assertThatThrownBy(() -> ReadCallback.status(form(body), NOW)).isInstanceOf(MalformedForm.class);
        assertThatThrownBy(() -> ReadCallback.recording(form(body + "&RecordingStatus=absent")))
                .isInstanceOf(MalformedForm.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&RecordingStatus=completed", "&RecordingStatus=completed&RecordingSid=RE1"})
    void aRecordingWithoutStatusOrSidIsNone(String rest) {
        assertThatThrownBy(() -> recording(rest)).isInstanceOf(MalformedForm.class);
    }

    private static StatusCallback status(String rest) {
        return (StatusCallback) ReadCallback.status(form(CALL_AND_ACCOUNT + rest), NOW);
    }

    private static RecordingCallback recording(String rest) {
        return (RecordingCallback) ReadCallback.recording(form(CALL_AND_ACCOUNT + rest));
    }

    private static Form form(String body) {
        return Form.parse(body.getBytes(StandardCharsets.US_ASCII));
    }
}
