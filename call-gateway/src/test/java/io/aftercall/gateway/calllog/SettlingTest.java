package io.aftercall.gateway.calllog;

import static io.aftercall.gateway.calllog.Told.recording;
import static io.aftercall.gateway.calllog.Told.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.RecordingNotice;
import io.aftercall.gateway.business.RecordingMode;
import io.aftercall.gateway.calllog.CallEntry.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettlingTest {

    private static final StatusCallback OVER = status(CallStatus.COMPLETED, 3, 40);
    private static final RecordingCallback RECORDED = recording("RE1", Recording.State.COMPLETED, 36);

    @Test
    void aCallUnderWayIsNotSettledHoweverMuchIsRecorded() {
        assertThat(judge(entry(status(CallStatus.IN_PROGRESS, 2, 4), RECORDED)))
                .isInstanceOf(Settling.Verdict.NotYet.class);
    }

    @Test
    void aCallThatIsOverWaitsForItsRecording() {
        assertThat(judge(entry(OVER))).isInstanceOf(Settling.Verdict.WaitForRecording.class);
        assertThat(judge(entry(OVER, RECORDED))).isEqualTo(settled(RecordingNotice.State.AVAILABLE, null));
    }

    @Test
    void aRecordingStillBeingMadeIsWaitedForThoughAnotherIsDone() {
        CallEntry entry = entry(OVER, RECORDED, recording("RE2", Recording.State.IN_PROGRESS, null));

        assertThat(judge(entry)).isInstanceOf(Settling.Verdict.WaitForRecording.class);
        assertThat(Settling.judge(entry, true)).isEqualTo(settled(RecordingNotice.State.AVAILABLE, null));
    }

    @Test
    void whatHasWaitedLongEnoughIsOverdue() {
        assertThat(Settling.judge(entry(OVER), true))
                .isEqualTo(settled(RecordingNotice.State.OVERDUE, "recording_overdue"));
    }

    @Test
    void absentAndFailedRecordingsSettleToo() {
        assertThat(judge(entry(OVER, recording("RE1", Recording.State.ABSENT, null))))
                .isEqualTo(settled(RecordingNotice.State.ABSENT, "recording_absent"));
        assertThat(judge(entry(OVER, recording("RE1", Recording.State.FAILED, null))))
                .isEqualTo(settled(RecordingNotice.State.FAILED, "twilio_failed"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "NO_ANSWER", "CANCELED", "FAILED"})
    void anUnansweredCallHasNoRecordingToWaitFor(CallStatus status) {
        assertThat(judge(entry(status(status, 1, 20)))).isEqualTo(settled(RecordingNotice.State.ABSENT, "unanswered"));
    }

    @Test
    void aBusinessThatDoesNotRecordIsNotWaitedFor() {
        CallEntry entry =
                entry(OVER, recording("RE1", Recording.State.IN_PROGRESS, null)).ownedBy("quiet", RecordingMode.OFF);

        assertThat(judge(entry)).isEqualTo(settled(RecordingNotice.State.OFF, "recording_off"));
    }

    @Test
    void aLegThatAnotherDialledNeverSettles() {
        StatusCallback child = new StatusCallback(
                OVER.callSid(),
                OVER.accountSid(),
                "CA0",
                OVER.direction(),
                OVER.from(),
                OVER.to(),
                OVER.status(),
                OVER.sequence(),
                OVER.at(),
                OVER.durationSec(),
                null);

        assertThat(Settling.judge(entry(child, RECORDED), true)).isInstanceOf(Settling.Verdict.NotYet.class);
    }

    @Test
    void whatWasPublishedIsSaidAgainOnlyForALongerRecording() {
        CallEntry published = entry(OVER, RECORDED).published(new Published(1, "RE1", 36), Progress.RECORDING);

        assertThat(judge(published)).isInstanceOf(Settling.Verdict.NotYet.class);
        assertThat(judge(published.with(recording("RE2", Recording.State.COMPLETED, 36))))
                .isInstanceOf(Settling.Verdict.NotYet.class);
        assertThat(judge(published.with(recording("RE2", Recording.State.COMPLETED, 37))))
                .isInstanceOf(Settling.Verdict.Settled.class);
    }

    @Test
    void aRecordingThatWasGivenUpOnIsSaidWhenItComesAfterAll() {
        CallEntry published = entry(OVER).published(new Published(1, null, 0), Progress.RECORDING);

        assertThat(judge(published.with(RECORDED))).isInstanceOf(Settling.Verdict.Settled.class);
    }

    private static Settling.Verdict judge(CallEntry entry) {
        return Settling.judge(entry, false);
    }

    private static CallEntry entry(TwilioCallback... told) {
        CallEntry entry = new CallEntry(
                Leg.unheardOf(Told.CALL, Told.ACCOUNT),
                null,
                RecordingMode.TWILIO_CALL_RECORD,
                Progress.IN_PROGRESS,
                Published.NOTHING,
                null);
        for (TwilioCallback each : told) {
            entry = entry.with(each);
        }
        return entry;
    }

    private static Settling.Verdict settled(RecordingNotice.State state, String reason) {
        return new Settling.Verdict.Settled(
                state == RecordingNotice.State.AVAILABLE
                        ? new RecordingNotice(state, Told.ACCOUNT, "RE1", 2, 36, "DialVerb", reason)
                        : RecordingNotice.none(state, reason));
    }
}
