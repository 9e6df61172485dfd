package io.aftercall.gateway.calllog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.events.Call;
import io.aftercall.events.CallEnded;
import io.aftercall.events.Direction;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.Stage;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.Gateway.TestBusiness;
import io.aftercall.gateway.Orders;
import io.aftercall.gateway.PlayedCall;
import io.aftercall.gateway.Twilio;
import io.aftercall.gateway.Twilio.Callback;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From callbacks to {@code call-ended}: once for each call, whatever order and number the callbacks come in. */
@QuarkusTest
@AgainstRealParts
class SettlementTest {

    private static final Set<String> DIFFERS_BY_CALL =
            Set.of("call_sid", "recording_sid", "recording_url", "recordings", "published_recording_sid");
    private static final Set<String> DIFFERS_BY_TIME = Set.of("created_at", "updated_at", "settle_by");

    @Inject
    Gateway gateway;

    private final String recording = PlayedCall.randomSid("RE");

    @Test
    void aCallbackThatAnotherAccountSignsForThisCallIsKeptAndChangesNothing() {
        PlayedCall call = PlayedCall.toNobody();
        Twilio.post(call.ringing());
        Map<String, Object> before = gateway.row(call.sid());

        int answer = Twilio.post(
                call.completed().with("AccountSid", "AC99999999999999999999999999999999"), "token-of-another-account");

        assertThat(answer).isEqualTo(204);
        Map<String, Object> after = new HashMap<>(gateway.row(call.sid()));
        // Touched, in order to be locked.
        after.put("updated_at", before.get("updated_at"));
        assertThat(after).isEqualTo(before);
        assertThat(gateway.count("twilio_callback", call.sid())).isEqualTo(2);
        assertThat(gateway.callEnded(call.sid())).isEmpty();
    }

    @Test
    void aRecordedCallIsPublishedWithEverythingTheStagesNeed() {
        TestBusiness business = gateway.newBusiness();
        PlayedCall call = PlayedCall.inbound("+13125550142", business.phone());

        call.life(recording).forEach(Twilio::post);

        CallEnded ended = onlyEventOf(call);
        assertThat(ended.revision()).isEqualTo(1);
        assertThat(ended.context().startFrom()).isEqualTo(Stage.RECORDING);
        assertThat(ended.context().call())
                .isEqualTo(new Call(
                        call.sid(),
                        Twilio.ACCOUNT,
                        Direction.INBOUND,
                        "+13125550142",
                        business.phone(),
                        "completed",
                        PlayedCall.START,
                        PlayedCall.START.plusSeconds(4),
                        PlayedCall.START.plusSeconds(40),
                        36));
        assertThat(ended.context().business().id()).isEqualTo(business.id());
        assertThat(ended.context().business().cities().get(0).synonyms()).containsExactly("Chi-town");
        assertThat(ended.context().recording())
                .isEqualTo(new RecordingNotice(
                        RecordingNotice.State.AVAILABLE, Twilio.ACCOUNT, recording, 2, 36, "DialVerb", null));
        assertThat(gateway.row(call.sid()))
                .containsEntry("status", "recording")
                .containsEntry("duration_sec", 36)
                .containsEntry("published_revision", 1);
    }

    @Test
    void everyOrderOfTheCallbacksEndsInTheSameRowAndOneEvent() {
        TestBusiness business = gateway.newBusiness();
        List<PlayedCall> calls = new ArrayList<>();

        for (List<Integer> order : Orders.of(List.of(0, 1, 2, 3))) {
            PlayedCall call = PlayedCall.inbound("+13125550142", business.phone());
            List<Callback> life = call.life(PlayedCall.randomSid("RE"));
            order.forEach(index -> assertThat(Twilio.post(life.get(index))).isEqualTo(204));
            calls.add(call);
        }

        assertThat(calls).hasSize(24);
        assertThat(calls.stream().map(this::comparableRow).distinct()).hasSize(1);
        assertEachPublishedOnce(calls);
    }

    @Test
    void theSameCallbackTwiceIsOneCallbackAndOneEvent() {
        PlayedCall call = PlayedCall.toNobody();

        call.life(recording).forEach(callback -> {
            Twilio.post(callback);
            assertThat(Twilio.post(callback)).isEqualTo(204);
        });

        onlyEventOf(call);
        assertThat(gateway.count("twilio_callback", call.sid())).isEqualTo(4);
    }

    @Test
    void theSameCallbacksAtTheSameTimeAreOneCallAndOneEvent() {
        List<PlayedCall> calls =
                IntStream.range(0, 10).mapToObj(i -> PlayedCall.toNobody()).toList();
        List<Callback> each = calls.stream()
                .flatMap(call -> call.life(PlayedCall.randomSid("RE")).stream())
                .toList();
        List<Callback> three = new ArrayList<>(each);
        three.addAll(each);
        three.addAll(each);

        assertThat(three.parallelStream().map(Twilio::post).distinct()).containsExactly(204);

        assertEachPublishedOnce(calls);
        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(gateway.count("twilio_callback", call.sid())).isEqualTo(4));
    }

    @Test
    void aRecordingOfAnUnknownCallIsKeptAndJoinedLater() {
        PlayedCall call = PlayedCall.toNobody();

        Twilio.post(call.recorded(recording, 36));
        assertThat(gateway.row(call.sid()))
                .containsEntry("status", "in_progress")
                .containsEntry("recording_sid", recording);
        assertThat(gateway.callEnded(call.sid())).isEmpty();
        Twilio.post(call.completed());

        assertThat(onlyEventOf(call).context().recording().recordingSid()).isEqualTo(recording);
    }

    @Test
    void aLongerRecordingThatComesLateStartsARevisionAndAShorterOneDoesNot() {
        PlayedCall call = PlayedCall.toNobody();
        String longer = PlayedCall.randomSid("RE");

        call.life(recording).forEach(Twilio::post);
        Twilio.post(call.recorded(PlayedCall.randomSid("RE"), 20));
        Twilio.post(call.recorded(longer, 50));

        List<CallEnded> events = gateway.callEnded(call.sid());
        assertThat(events).extracting(CallEnded::revision).containsExactly(1, 2);
        assertThat(events.get(1).context().recording().recordingSid()).isEqualTo(longer);
        assertThat(gateway.row(call.sid())).containsEntry("recording_count", 3).containsEntry("recording_sid", longer);
    }

    @Test
    void aCallThatWaitedLongEnoughForItsRecordingIsPublishedWithoutAndAgainWhenItComes() {
        PlayedCall call = PlayedCall.toNobody();

        Twilio.post(call.completed());
        assertThat(gateway.callEnded(call.sid())).isEmpty();
        gateway.execute(
                "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'settle-call' AND task_instance = ?",
                call.sid());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway.row(call.sid()).get("published_revision").equals(1));
        assertThat(onlyEventOf(call).context().recording())
                .isEqualTo(RecordingNotice.none(RecordingNotice.State.OVERDUE, "recording_overdue"));

        Twilio.post(call.recorded(recording, 36));
        assertThat(gateway.callEnded(call.sid()))
                .extracting(CallEnded::revision)
                .containsExactly(1, 2);
    }

    @Test
    void theWaitIsConfiguredAndBeginsOnce() {
        PlayedCall call = PlayedCall.toNobody();

        Twilio.post(call.completed());
        Object deadline = gateway.row(call.sid()).get("settle_by");
        Twilio.post(call.recording(recording, "in-progress"));

        assertThat(deadline).isNotNull().isEqualTo(gateway.row(call.sid()).get("settle_by"));
    }

    @Test
    void anUnansweredCallIsPublishedAtOnce() {
        PlayedCall call = PlayedCall.toNobody();

        Twilio.post(call.status("no-answer", 2, 20));

        CallEnded ended = onlyEventOf(call);
        assertThat(ended.context().call().unanswered()).isTrue();
        assertThat(ended.context().recording())
                .isEqualTo(RecordingNotice.none(RecordingNotice.State.ABSENT, "unanswered"));
    }

    @Test
    void theCallOfABusinessThatDoesNotRecordIsPublishedAtOnce() {
        TestBusiness business = gateway.newBusiness("OFF");
        PlayedCall call = PlayedCall.inbound("+13125550142", business.phone());

        Twilio.post(call.completed());

        assertThat(onlyEventOf(call).context().recording().state()).isEqualTo(RecordingNotice.State.OFF);
    }

    @Test
    void aLegThatACallDialledIsNeverPublished() {
        PlayedCall parent = PlayedCall.toNobody();
        PlayedCall child = PlayedCall.toNobody();

        Twilio.post(child.status("no-answer", 2, 20).with("ParentCallSid", parent.sid()));
        Twilio.post(child.recorded(recording, 36));

        assertThat(gateway.row(child.sid())).containsEntry("status", "ended").containsEntry("published_revision", 0);
        assertThat(gateway.callEnded(child.sid())).isEmpty();
    }

    @Test
    void anOutboundCallBelongsToWhoseNumberItCameFrom() {
        TestBusiness business = gateway.newBusiness();
        PlayedCall call = PlayedCall.outbound(business.phone(), "+13125550142");

        call.life(recording).forEach(Twilio::post);

        assertThat(onlyEventOf(call).context().business().id()).isEqualTo(business.id());
    }

    @Test
    void aNumberWithoutItsCountryIsKnownByItsLastTenDigits() {
        TestBusiness business = gateway.newBusiness();
        PlayedCall call = PlayedCall.inbound("+13125550142", business.phone().substring(2));

        Twilio.post(call.ringing());

        assertThat(gateway.row(call.sid())).containsEntry("business_id", business.id());
    }

    @Test
    void aCallToNobodyThatIsKnownIsPublishedUnassigned() {
        PlayedCall call = PlayedCall.toNobody();

        call.life(recording).forEach(Twilio::post);

        assertThat(onlyEventOf(call).context().business()).isNull();
        assertThat(gateway.row(call.sid())).containsEntry("business_id", null);
    }

    private CallEnded onlyEventOf(PlayedCall call) {
        List<CallEnded> events = gateway.callEnded(call.sid());
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private void assertEachPublishedOnce(List<PlayedCall> calls) {
        List<String> published =
                gateway.callEnded().stream().map(CallEnded::callSid).toList();
        assertThat(calls).allSatisfy(call -> assertThat(published).containsOnlyOnce(call.sid()));
    }

    private Map<String, Object> comparableRow(PlayedCall call) {
        Map<String, Object> row = new HashMap<>(gateway.row(call.sid()));
        row.keySet().removeAll(DIFFERS_BY_CALL);
        row.keySet().removeAll(DIFFERS_BY_TIME);
        return row;
    }
}
