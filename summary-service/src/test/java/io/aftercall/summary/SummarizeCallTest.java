package io.aftercall.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallErased;
import io.aftercall.events.CallSummarized;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.events.Speaker;
import io.aftercall.events.Stage;
import io.aftercall.events.SummaryOutcome;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event in, event out, on a real broker and a real database. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class SummarizeCallTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ScriptedCall CHICAGO = ScriptedCall.named("sample-plumber-chicago-as-heard");
    private static final ScriptedCall BOSTON = ScriptedCall.named("sample-electrician-boston-as-heard");

    @Inject
    ObjectMapper json;

    @Inject
    Jdbi jdbi;

    @Inject
    SummarizeCall worker;

    private KafkaProbe kafka;
    private LogLines log;
    private String callSid;

    @BeforeEach
    void listen() {
        kafka = EmbeddedStack.kafkaProbe();
        log = LogLines.capture();
        callSid = TestEvents.newCallSid();
    }

    @AfterEach
    void everyLineOfTheLogIsSilentAboutTheCaller() {
        log.close();
        kafka.close();
        assertThat(log.lines())
                .noneMatch(line -> CHICAGO.utterances().stream().anyMatch(said -> line.contains(said.text())))
                .noneMatch(line -> line.toLowerCase().contains("kitchen"))
                .noneMatch(line -> line.toLowerCase().contains("plumber"))
                .noneMatch(line -> line.contains("+1312555"));
    }

    @Test
    void transcriptBecomesASummaryWithProvenFields() {
        CallTranscribed transcribed = TestEvents.transcribed(callSid, 1, CHICAGO);

        send(transcribed);

        CallSummarized summarized = summarized(1);
        assertThat(summarized.context()).isEqualTo(transcribed.context());
        assertThat(summarized.recording()).isEqualTo(transcribed.recording());
        assertThat(summarized.transcription()).isEqualTo(transcribed.transcription());
        SummaryOutcome summary = summarized.summary();
        assertThat(summary.status()).isEqualTo(OutcomeStatus.COMPLETED);
        assertThat(summary.engine()).isEqualTo("builtin");
        assertThat(summary.source()).isEqualTo("final");
        assertThat(summary.text()).contains("water all over the floor", "send a plumber to chicago");
        assertThat(summary.fields()).containsOnlyKeys("city", "service");
        assertThat(summary.fields().get("city").value()).isEqualTo("Chicago");
        assertThat(summary.fields().get("service").value()).isEqualTo("plumbing");
        assertThat(summary.actionItems()).hasSize(2);
        assertThat(storedStatus(1)).containsExactly("completed");
        assertThat(log.lines()).anyMatch(line -> line.contains(callSid) && line.contains("summary stage is done"));
    }

    @Test
    void progressIsToldWhileItWorks() {
        send(TestEvents.transcribed(callSid, 1, CHICAGO));

        summarized(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(kafka.records("stage-changed", callSid))
                        .extracting(KafkaProbe::text)
                        .anyMatch(text -> text.contains("\"summary\"") && text.contains("\"processing\"")));
    }

    @Test
    void realtimeTranscriptStandsInForAFinalOneThatFailed() {
        send(new CallTranscribed(
                callSid,
                1,
                TestEvents.context(callSid, BOSTON.business(), BOSTON.utterances(), Stage.RECORDING),
                RecordingOutcome.failed("not_found", "There is no such recording."),
                TranscriptionOutcome.failed("audio_unavailable", "There was no audio.")));

        SummaryOutcome summary = summarized(1).summary();
        assertThat(summary.source()).isEqualTo("realtime");
        assertThat(summary.fields().get("city").value()).isEqualTo("Boston");
    }

    @Test
    void callWithoutAnyTextIsSkipped() {
        send(new CallTranscribed(
                callSid,
                1,
                TestEvents.context(callSid, CHICAGO.business(), List.of(), Stage.RECORDING),
                RecordingOutcome.skipped("unanswered", "Nobody answered."),
                TranscriptionOutcome.skipped("no_audio", "There is no audio.")));

        SummaryOutcome summary = summarized(1).summary();
        assertThat(summary.status()).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(summary.reason()).isEqualTo("no_transcript");
        assertThat(summary.text()).isNull();
        assertThat(storedStatus(1)).containsExactly("skipped");
    }

    @Test
    void silenceIsSkippedToo() {
        Utterance silence = new Utterance(Speaker.UNKNOWN, 0, 0, 0, " ", null);
        send(TestEvents.transcribed(
                1,
                TestEvents.context(callSid, CHICAGO.business(), List.of(), Stage.RECORDING),
                TestEvents.transcription(List.of(silence))));

        assertThat(summarized(1).summary().reason()).isEqualTo("no_transcript");
    }

    @Test
    void unassignedCallHasASummaryAndNoFields() {
        send(TestEvents.transcribed(
                1,
                TestEvents.context(callSid, null, List.of(), Stage.RECORDING),
                TestEvents.transcription(CHICAGO.utterances())));

        SummaryOutcome summary = summarized(1).summary();
        assertThat(summary.text()).contains("water all over the floor");
        assertThat(summary.fields()).isEmpty();
    }

    @Test
    void redeliveredEventIsIgnored() {
        CallTranscribed transcribed = TestEvents.transcribed(callSid, 1, CHICAGO);
        send(transcribed);
        summarized(1);

        send(transcribed);
        awaitEverythingBeforeIsHandled();

        assertThat(kafka.records("call-summarized", callSid)).hasSize(1);
        assertThat(storedStatus(1)).hasSize(1);
    }

    @Test
    void olderRevisionThatComesLateIsIgnored() {
        send(TestEvents.transcribed(callSid, 2, BOSTON));
        summarized(2);

        send(TestEvents.transcribed(callSid, 1, CHICAGO));
        awaitEverythingBeforeIsHandled();

        assertThat(kafka.records("call-summarized", callSid))
                .extracting(this::read)
                .extracting(CallSummarized::revision)
                .containsExactly(2);
    }

    @Test
    void reprocessingFromDeliveryAnnouncesTheLatestSummaryAgain() {
        send(TestEvents.transcribed(callSid, 1, CHICAGO));
        SummaryOutcome first = summarized(1).summary();
        // Another transcript must not matter: the summary is not made anew.
        CallTranscribed again = TestEvents.transcribed(
                2,
                TestEvents.context(callSid, BOSTON.business(), List.of(), Stage.DELIVERY),
                TestEvents.transcription(BOSTON.utterances()));

        send(again);

        CallSummarized second = summarized(2);
        assertThat(second.summary()).isEqualTo(first);
        assertThat(second.transcription()).isEqualTo(again.transcription());
    }

    @Test
    void reprocessingFromDeliveryWithoutAnEarlierSummaryMakesOne() {
        send(TestEvents.transcribed(
                3,
                TestEvents.context(callSid, CHICAGO.business(), List.of(), Stage.DELIVERY),
                TestEvents.transcription(CHICAGO.utterances())));

        assertThat(summarized(3).summary().status()).isEqualTo(OutcomeStatus.COMPLETED);
    }

    @Test
    void reprocessingFromSummaryMakesANewOne() {
        send(TestEvents.transcribed(callSid, 1, CHICAGO));
        summarized(1);

        send(TestEvents.transcribed(
                2,
                TestEvents.context(callSid, BOSTON.business(), List.of(), Stage.SUMMARY),
                TestEvents.transcription(BOSTON.utterances())));

        assertThat(summarized(2).summary().fields().get("city").value()).isEqualTo("Boston");
    }

    @Test
    void erasedCallIsForgottenAndStaysSo() {
        send(TestEvents.transcribed(callSid, 1, CHICAGO));
        summarized(1);

        send(EventTypes.CALL_ERASED, new CallErased(callSid, 1, Instant.now()));
        await().atMost(SOON).untilAsserted(() -> assertThat(storedStatus(1)).isEmpty());
        send(TestEvents.transcribed(callSid, 2, CHICAGO));
        awaitEverythingBeforeIsHandled();

        assertThat(kafka.records("call-summarized", callSid))
                .extracting(this::read)
                .extracting(CallSummarized::revision)
                .containsExactly(1);
        assertThat(storedStatus(2)).isEmpty();
    }

    @Test
    void stageThatGivesUpSaysWhyAndIsAnnouncedAgain() {
        CallTranscribed transcribed = TestEvents.transcribed(callSid, 1, CHICAGO);
        CallSummarized failed =
                worker.giveUp(transcribed, StageFailure.permanent("provider_unavailable", "The provider is out."));
        worker.store(failed);

        send(TestEvents.transcribed(
                2,
                TestEvents.context(callSid, CHICAGO.business(), List.of(), Stage.DELIVERY),
                transcribed.transcription()));

        assertThat(failed.summary().reason()).isEqualTo("provider_unavailable");
        assertThat(summarized(2).summary()).isEqualTo(failed.summary());
    }

    @Test
    void unreadableEventGoesToTheDeadLettersAndTheNextOneIsHandled() {
        kafka.send(new ProducerRecord<>("call-transcribed", callSid, "{not json: kitchen".getBytes()));

        send(TestEvents.transcribed(callSid, 1, CHICAGO));

        summarized(1);
        ConsumerRecord<String, byte[]> letter =
                kafka.await("call-transcribed.summary-service.dlq", dead -> callSid.equals(dead.key()), SOON);
        assertThat(KafkaProbe.text(letter)).startsWith("{not json");
        assertThat(KafkaProbe.header(letter, "dead-letter-reason")).isNotBlank();
    }

    private void send(CallTranscribed event) {
        send(EventTypes.CALL_TRANSCRIBED, event);
    }

    private <E extends Event> void send(EventType<E> type, E event) {
        try {
            kafka.send(
                    type.topic(),
                    event.callSid(),
                    type.type(),
                    UUID.randomUUID().toString(),
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Records of one key are handled in order, so a first revision of its own kind ends after what came before. */
    private void awaitEverythingBeforeIsHandled() {
        kafka.send(new ProducerRecord<>("call-transcribed", callSid, "the end".getBytes()));
        kafka.await(
                "call-transcribed.summary-service.dlq",
                dead -> callSid.equals(dead.key()) && KafkaProbe.text(dead).equals("the end"),
                SOON);
        await().atMost(SOON)
                .until(() -> jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox")
                                .mapTo(int.class)
                                .one()
                        == 0));
    }

    private CallSummarized summarized(int revision) {
        return read(kafka.await(
                "call-summarized",
                record -> callSid.equals(record.key()) && read(record).revision() == revision,
                SOON));
    }

    private CallSummarized read(ConsumerRecord<String, byte[]> record) {
        assertThat(KafkaProbe.header(record, "ce_type")).isEqualTo("io.aftercall.call.summarized.v1");
        try {
            return json.readValue(record.value(), CallSummarized.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> storedStatus(int revision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT status FROM summary WHERE call_sid = :sid AND revision = :revision")
                .bind("sid", callSid)
                .bind("revision", revision)
                .mapTo(String.class)
                .list());
    }
}
