package io.aftercall.transcription;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.Call;
import io.aftercall.events.CallContext;
import io.aftercall.events.Direction;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.RecordingNotice.State;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * A call of a test: ids nobody else has, and the events recording-service would send of it.
 *
 * @param language the business's; null for a call that belongs to nobody
 */
public record Calls(String callSid, Direction direction, String source, String language, Stage startFrom) {

    public static final String BUSINESS = "lakeside";

    private static final int PARTITIONS = 12;
    private static final String ACCOUNT = "AC22222222222222222222222222222222";
    private static final String RECORDING = "RE33333333333333333333333333333333";

    /** An answered call to an English-speaking business. */
    public static Calls next() {
        String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        return new Calls(sid, Direction.INBOUND, "DialVerb", "en", Stage.RECORDING);
    }

    /** Another call whose events come strictly after those that were sent of this one. */
    public Calls anotherInItsLane() {
        return Stream.generate(Calls::next)
                .filter(other -> other.partition() == partition())
                .findFirst()
                .orElseThrow();
    }

    private int partition() {
        return BuiltInPartitioner.partitionForKey(callSid.getBytes(StandardCharsets.UTF_8), PARTITIONS);
    }

    public Calls inDirection(Direction other) {
        return new Calls(callSid, other, source, language, startFrom);
    }

    public Calls leftAsVoicemail() {
        return new Calls(callSid, direction, "RecordVerb", language, startFrom);
    }

    public Calls speaking(String other) {
        return new Calls(callSid, direction, source, other, startFrom);
    }

    public Calls ofNobody() {
        return new Calls(callSid, direction, source, null, startFrom);
    }

    public Calls startingFrom(Stage stage) {
        return new Calls(callSid, direction, source, language, stage);
    }

    /** Its recording is kept, in these tracks. */
    public RecordingStored recorded(int revision, List<SpeechTrack> tracks) {
        RecordingOutcome kept = new RecordingOutcome(
                OutcomeStatus.COMPLETED,
                null,
                null,
                RECORDING,
                tracks.size(),
                36_000L,
                1_000_000L,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "/api/recordings/file/" + callSid,
                tracks,
                tracks.stream().anyMatch(track -> track.channel() == null) ? "ffmpeg_missing" : null);
        return event(revision, kept);
    }

    /** This came of its recording. */
    public RecordingStored event(int revision, RecordingOutcome outcome) {
        return new RecordingStored(callSid, revision, context(direction, source), outcome);
    }

    /** The context of such a call. */
    public CallContext context(Direction whoCalls, String recordingSource) {
        Call call = new Call(
                callSid,
                ACCOUNT,
                whoCalls,
                "+13125550142",
                "+13125550100",
                "completed",
                Instant.parse("2026-11-20T19:59:56Z"),
                Instant.parse("2026-11-20T20:00:00Z"),
                Instant.parse("2026-11-20T20:00:36Z"),
                36);
        BusinessProfile business = language == null
                ? null
                : new BusinessProfile(
                        BUSINESS, "Lakeside Home Services", "America/Chicago", language, List.of(), List.of());
        RecordingNotice notice = new RecordingNotice(State.AVAILABLE, ACCOUNT, RECORDING, 2, 36, recordingSource, null);
        return new CallContext(call, business, notice, List.of(), startFrom);
    }
}
