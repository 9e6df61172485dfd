package io.aftercall.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercall.chassis.consume.DeadLetters;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallContext;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.EventTypes;
import io.aftercall.events.ExtractedField;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.Stage;
import io.aftercall.events.StageChanged;
import io.aftercall.events.StageChanged.Step;
import io.aftercall.events.SummaryOutcome;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.gateway.AgainstRealParts;
import io.aftercall.gateway.Gateway;
import io.aftercall.gateway.PlayedCall;
import io.aftercall.gateway.Twilio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pipeline's events make of a call's row and timeline. */
@QuarkusTest
@AgainstRealParts
class ProgressTest {

    private static final RecordingOutcome STORED = new RecordingOutcome(
            OutcomeStatus.COMPLETED, null, null, "RE1", 2, 36_580L, 1_170_548L, "9f86", "/x", List.of(), null);
    private static final TranscriptionOutcome TRANSCRIPT = new TranscriptionOutcome(
            OutcomeStatus.COMPLETED, null, null, "en", "vosk", "m", "I live in Chicago.", List.of(), null);
    private static final SummaryOutcome SUMMARY = new SummaryOutcome(
            OutcomeStatus.COMPLETED,
            null,
            null,
            "builtin",
            null,
            "Lives in Chicago, wants a plumber.",
            List.of("Send a plumber."),
            Map.of(
                    "city", new ExtractedField("Chicago", 0.9, "I live in Chicago"),
                    "service", new ExtractedField("plumbing", 0.7, "a plumber")),
            "final",
            null);

    @Inject
    Gateway gateway;

    private final PlayedCall call = PlayedCall.toNobody();
    private CallContext context;

    @BeforeEach
    void theCallHasEnded() {
        call.life(PlayedCall.randomSid("RE")).forEach(Twilio::post);
        context = gateway.callEnded(call.sid()).get(0).context();
    }

    @Test
    void eachStageBringsTheCallForward() {
        gateway.send(EventTypes.RECORDING_STORED, stored(1));
        gateway.awaitStatus(call.sid(), "transcribing");
        gateway.send(EventTypes.CALL_TRANSCRIBED, transcribed(1));
        gateway.awaitStatus(call.sid(), "summarizing");
        gateway.send(EventTypes.CALL_SUMMARIZED, summarized(1));
        gateway.awaitStatus(call.sid(), "processed");

        assertThat(gateway.row(call.sid()))
                .containsEntry("audio_bytes_len", 1_170_548L)
                .containsEntry("final_transcript", "I live in Chicago.")
                .containsEntry("summary", "Lives in Chicago, wants a plumber.")
                .containsEntry("summary_status", "completed")
                .containsEntry("extracted_city", "Chicago")
                .containsEntry("extracted_service", "plumbing")
                .containsEntry("extraction_confidence", 0.7);
    }

    @Test
    void anEventThatOvertookTheOthersSaysAllOfIt() {
        gateway.send(EventTypes.CALL_SUMMARIZED, summarized(1));
        gateway.awaitStatus(call.sid(), "processed");
        gateway.send(EventTypes.CALL_TRANSCRIBED, transcribed(1));
        gateway.send(EventTypes.RECORDING_STORED, stored(1));
        gateway.send(EventTypes.CALL_SUMMARIZED, summarized(1));
        awaitEverythingRead();

        assertThat(gateway.row(call.sid()))
                .containsEntry("status", "processed")
                .containsEntry("summary_status", "completed")
                .containsEntry("audio_bytes_len", 1_170_548L);
        assertThat(gateway.count("stage", call.sid())).isEqualTo(3);
    }

    @Test
    void anOlderRevisionChangesNothing() {
        gateway.admin()
                .contentType("application/json")
                .body(Map.of("from", "summary"))
                .post("/api/calls/" + call.sid() + "/reprocess")
                .then()
                .statusCode(202);

        gateway.send(EventTypes.CALL_SUMMARIZED, summarized(1));
        awaitEverythingRead();
        assertThat(gateway.row(call.sid())).containsEntry("status", "recording").containsEntry("summary", null);

        gateway.send(EventTypes.CALL_SUMMARIZED, summarized(2));
        gateway.awaitStatus(call.sid(), "processed");
    }

    @Test
    void aFailedStageEndsInPartialOrFailed() {
        gateway.send(
                EventTypes.CALL_SUMMARIZED,
                new CallSummarized(
                        call.sid(),
                        1,
                        context,
                        RecordingOutcome.failed("not_audio", "It is not audio."),
                        TranscriptionOutcome.failed("audio_unavailable", "No audio."),
                        SummaryOutcome.skipped("no_transcript", "No transcript.")));

        gateway.awaitStatus(call.sid(), "failed");
        assertThat(gateway.row(call.sid()))
                .containsEntry("summary_status", "skipped")
                .containsEntry("final_transcript", null);
    }

    @Test
    void whatCannotBeReadOrBelongsToNoCallIsADeadLetterAndTheOnesBehindItGoOn() {
        String unknown = PlayedCall.randomSid("CA");
        gateway.kafka()
                .send(
                        "recording-stored",
                        call.sid(),
                        EventTypes.RECORDING_STORED.type(),
                        UUID.randomUUID().toString(),
                        "{\"callSid\":".getBytes());
        gateway.kafka().send(new ProducerRecord<>("recording-stored", call.sid(), null));
        gateway.send(EventTypes.RECORDING_STORED, new RecordingStored(unknown, 1, context, STORED));
        gateway.send(EventTypes.RECORDING_STORED, stored(7));

        gateway.send(EventTypes.RECORDING_STORED, stored(1));

        gateway.awaitStatus(call.sid(), "transcribing");
        awaitDeadLetter(call.sid(), "not_json");
        awaitDeadLetter(call.sid(), "no_ce_type");
        awaitDeadLetter(unknown, "unknown_call");
        awaitDeadLetter(call.sid(), "unknown_revision");
    }

    @Test
    void theTimelineTellsOfEveryStageAttemptAndCallback() {
        Instant at = Instant.parse("2026-11-20T20:01:00Z");
        gateway.send(EventTypes.STAGE_CHANGED, changed(1, Step.RETRYING, at.plusSeconds(5), "not_yet_available"));
        gateway.send(EventTypes.STAGE_CHANGED, changed(1, Step.PROCESSING, at, null));
        gateway.send(EventTypes.STAGE_CHANGED, changed(2, Step.COMPLETED, at.plusSeconds(20), null));
        gateway.send(EventTypes.RECORDING_STORED, stored(1));
        gateway.awaitStatus(call.sid(), "transcribing");
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.count("stage_attempt", call.sid()) == 2);

        gateway.admin()
                .get("/api/calls/" + call.sid() + "/timeline")
                .then()
                .statusCode(200)
                .body("status", Matchers.is("transcribing"))
                .body("stages.size()", Matchers.is(1))
                .body("stages[0].stage", Matchers.is("recording"))
                .body("stages[0].outcome", Matchers.is("completed"))
                .body("stages[0].attempts.size()", Matchers.is(2))
                .body("stages[0].attempts[0].step", Matchers.is("retrying"))
                .body("stages[0].attempts[0].error", Matchers.is("not_yet_available"))
                .body("stages[0].attempts[1].step", Matchers.is("completed"))
                .body("callbacks.said", Matchers.contains("ringing", "in-progress", "completed", "completed"));
    }

    @Test
    void telemetryOfAnUnknownCallIsDropped() {
        String unknown = PlayedCall.randomSid("CA");
        gateway.send(
                EventTypes.STAGE_CHANGED,
                new StageChanged(unknown, 1, Stage.RECORDING, 0, Step.PENDING, Instant.now(), null, null));
        awaitEverythingRead();

        assertThat(gateway.count("stage_attempt", unknown)).isZero();
    }

    private RecordingStored stored(int revision) {
        return new RecordingStored(call.sid(), revision, context, STORED);
    }

    private CallTranscribed transcribed(int revision) {
        return new CallTranscribed(call.sid(), revision, context, STORED, TRANSCRIPT);
    }

    private CallSummarized summarized(int revision) {
        return new CallSummarized(call.sid(), revision, context, STORED, TRANSCRIPT, SUMMARY);
    }

    private StageChanged changed(int attempt, Step step, Instant at, String error) {
        return new StageChanged(call.sid(), 1, Stage.RECORDING, attempt, step, at, error, null);
    }

    /** The partitions are read in order, so what was sent to each before this mark was read before it. */
    private void awaitEverythingRead() {
        gateway.awaitConsumed("recording-stored", "call-transcribed", "call-summarized", "stage-changed");
    }

    private void awaitDeadLetter(String key, String reason) {
        gateway.kafka()
                .await(
                        DeadLetters.topicOf("recording-stored", "call-gateway"),
                        record -> key.equals(record.key())
                                && reason.equals(KafkaProbe.header(record, DeadLetters.REASON)),
                        Duration.ofSeconds(20));
    }
}
