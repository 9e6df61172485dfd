package io.aftercall.chassis.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.chassis.Events;
import io.aftercall.chassis.ScriptedWorker;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallErased;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.StageChanged;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class StageWorkTest {

    @Inject
    StageWork work;

    @Inject
    ScriptedWorker worker;

    @Inject
    RunStageWork anotherReplica;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    private KafkaProbe kafka;
    private final String callSid = Events.newCall();

    @BeforeEach
    void connect() {
        kafka = EmbeddedStack.kafkaProbe();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void oneEventIsOneAttemptOneResultOneEvent() throws IOException {
        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("done");
        assertThat(worker.attempts(callSid)).containsExactly(new Attempt(callSid, 1, 1));
        assertThat(worker.stored(callSid)).hasSize(1);
        await().atMost(5, SECONDS).until(() -> scheduledInstances() == 0);
    }

    @Test
    void aRepeatedEventChangesNothing() throws IOException {
        Events.send(kafka, Events.callEnded(callSid, 1));
        Events.send(kafka, Events.callEnded(callSid, 1));
        awaitPublished(1);

        Events.send(kafka, Events.callEnded(callSid, 1));

        awaitHandled();
        assertThat(worker.attempts(callSid)).hasSize(1);
        assertThat(published()).hasSize(1);
    }

    @Test
    void anOlderRevisionThatComesLateIsIgnored() throws IOException {
        Events.send(kafka, Events.callEnded(callSid, 2));
        awaitPublished(1);

        Events.send(kafka, Events.callEnded(callSid, 1));

        awaitHandled();
        assertThat(worker.attempts(callSid)).extracting(Attempt::revision).containsExactly(2);
        assertThat(stateOf(1)).isEqualTo("superseded");
    }

    @Test
    void aNewerRevisionCancelsWhatTheOlderOneHasQueued() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            if (input.revision() == 1) {
                throw StageFailure.passing("not_yet", "Not yet.", Duration.ofSeconds(2));
            }
            return Events.stored(input, "newer");
        });
        Events.send(kafka, Events.callEnded(callSid, 1));
        await().atMost(10, SECONDS).until(() -> "retrying".equals(stateOf(1)));

        Events.send(kafka, Events.callEnded(callSid, 2));

        assertThat(awaitPublished(1)).containsExactly("newer");
        assertThat(stateOf(1)).isEqualTo("superseded");
        await().atMost(10, SECONDS).until(() -> scheduledInstances() == 0);
        assertThat(worker.attempts(callSid)).filteredOn(a -> a.revision() == 1).hasSize(1);
    }

    @Test
    void aLateResultOfAnOlderRevisionIsStoredButNotPublished() throws IOException {
        CountDownLatch newerIsDone = new CountDownLatch(1);
        worker.script(callSid, (input, attempt) -> {
            if (input.revision() == 1) {
                newerIsDone.await();
            }
            return Events.stored(input, "revision_" + input.revision());
        });
        Events.send(kafka, Events.callEnded(callSid, 1));
        await().atMost(10, SECONDS).until(() -> worker.attempts(callSid).size() == 1);
        Events.send(kafka, Events.callEnded(callSid, 2));
        awaitPublished(1);

        newerIsDone.countDown();

        await().atMost(10, SECONDS).until(() -> worker.stored(callSid).size() == 2);
        await().atMost(5, SECONDS).until(() -> scheduledInstances() == 0);
        assertThat(published()).containsExactly("revision_2");
    }

    @Test
    void aPassingFailureIsTriedAgainAndTold() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            if (attempt.number() < 3) {
                throw StageFailure.passing("not_yet", "Not yet.");
            }
            return Events.stored(input, "third_time");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("third_time");
        await().atMost(5, SECONDS)
                .untilAsserted(() -> assertThat(steps())
                        .containsExactly(
                                "0 pending",
                                "1 processing",
                                "1 retrying",
                                "2 processing",
                                "2 retrying",
                                "3 processing"));
    }

    @Test
    void afterTheLastAttemptTheFailureIsPublished() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            throw StageFailure.passing("still_not", "Still not.");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("gave_up_still_not");
        assertThat(worker.attempts(callSid)).hasSize(3);
        assertThat(lastErrorOf(1)).isEqualTo("still_not: Still not.");
    }

    @Test
    void aPermanentFailureIsNotTriedAgain() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            throw StageFailure.permanent("never", "Never.");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("gave_up_never");
        assertThat(worker.attempts(callSid)).hasSize(1);
    }

    @Test
    void anAttemptOverItsTimeLimitIsInterruptedAndFails() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            if (attempt.number() == 1) {
                new CountDownLatch(1).await();
            }
            return Events.stored(input, "in_time");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("in_time");
        assertThat(lastErrorOf(1)).startsWith("timed_out");
    }

    @Test
    void aWorkerThatSleptThroughItsTakeoverStoresNothing() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            if (attempt.number() == 1) {
                // While this one sleeps, another replica takes the work over and ends it.
                anotherReplica.run(callSid + ":1");
                return Events.stored(input, "the_sleeper");
            }
            return Events.stored(input, "the_other");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("the_other");
        assertThat(worker.stored(callSid))
                .extracting(o -> o.recording().reason())
                .containsExactly("the_other");
    }

    @Test
    void anAttemptCutShortByAStoppingServiceIsHandedOverAndNotCountedAsAFailure() throws IOException {
        worker.script(callSid, (input, attempt) -> {
            if (attempt.number() == 1) {
                throw new InterruptedException("as the scheduler does when it is shut down");
            }
            return Events.stored(input, "the_other");
        });

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("the_other");
        assertThat(column("failures", 1)).isEqualTo("0");
        assertThat(column("handed_over", 1)).isEqualTo("1");
    }

    @Test
    void workOfADeadReplicaIsTakenOver() throws IOException {
        insertAsIfItsReplicaHadDied();

        assertThat(awaitPublished(1)).containsExactly("done");
        assertThat(worker.attempts(callSid)).containsExactly(new Attempt(callSid, 1, 2));
    }

    @Test
    void whatKillsItsWorkersAgainAndAgainIsGivenUp() throws IOException {
        insertAsIfItsReplicaHadDied();
        jdbi.useHandle(handle ->
                handle.execute("UPDATE stage_work SET attempt = 5 WHERE call_sid = ? AND attempt = 1", callSid));

        assertThat(awaitPublished(1)).containsAnyOf("gave_up_worker_crashed");
        assertThat(worker.attempts(callSid)).isEmpty();
    }

    @Test
    void aSettledOutcomeIsPublishedWithoutAnAttempt() throws IOException {
        worker.settle(callSid, Events.stored(Events.callEnded(callSid, 1), "unanswered"));

        Events.send(kafka, Events.callEnded(callSid, 1));

        assertThat(awaitPublished(1)).containsExactly("unanswered");
        assertThat(worker.attempts(callSid)).isEmpty();
        assertThat(worker.stored(callSid)).hasSize(1);
    }

    @Test
    void aCallErasedDuringItsWorkLeavesNothing() throws IOException {
        CountDownLatch erased = new CountDownLatch(1);
        worker.script(callSid, (input, attempt) -> {
            erased.await();
            return Events.stored(input, "too_late");
        });
        Events.send(kafka, Events.callEnded(callSid, 1));
        await().atMost(10, SECONDS).until(() -> worker.attempts(callSid).size() == 1);
        erase();
        await().atMost(10, SECONDS).until(() -> stateOf(1) == null);

        erased.countDown();

        await().atMost(10, SECONDS).until(() -> scheduledInstances() == 0);
        assertThat(worker.stored(callSid)).isEmpty();
        assertThat(published()).isEmpty();
    }

    @Test
    void acceptingOutsideATransactionIsAnError() {
        assertThatThrownBy(() -> work.accept(Events.callEnded(callSid, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTraceGoesThroughTheTask() throws IOException {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        byte[] body = json.writeValueAsBytes(Events.callEnded(callSid, 1));
        var message = new org.apache.kafka.clients.producer.ProducerRecord<>("call-ended", callSid, body);
        message.headers()
                .add("ce_type", EventTypes.CALL_ENDED.type().getBytes())
                .add("ce_id", UUID.randomUUID().toString().getBytes())
                .add("traceparent", ("00-" + trace + "-00f067aa0ba902b7-01").getBytes());

        kafka.send(message);

        awaitPublished(1);
        ConsumerRecord<String, byte[]> out =
                kafka.records(EventTypes.RECORDING_STORED.topic(), callSid).get(0);
        assertThat(KafkaProbe.header(out, "traceparent")).startsWith("00-" + trace + "-");
    }

    private void insertAsIfItsReplicaHadDied() throws IOException {
        byte[] input = json.writeValueAsBytes(Events.callEnded(callSid, 1));
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO stage_work (call_sid, revision, state, attempt, input, created_at, started_at)"
                            + " VALUES (?, 1, 'processing', 1, ?, now(), now() - interval '1 minute')",
                    callSid,
                    input);
            handle.execute(
                    "INSERT INTO scheduled_tasks"
                            + " (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)"
                            + " VALUES ('stage-work', ?, now() - interval '1 minute', true, 'the dead one',"
                            + " now() - interval '1 minute', 2)",
                    callSid + ":1");
        });
    }

    private void erase() throws IOException {
        kafka.send(
                EventTypes.CALL_ERASED.topic(),
                callSid,
                EventTypes.CALL_ERASED.type(),
                UUID.randomUUID().toString(),
                json.writeValueAsBytes(new CallErased(callSid, 1, Instant.now())));
    }

    /** Until everything sent so far was handled: another call, sent later, is through. */
    private void awaitHandled() throws IOException {
        String marker = Events.newCall();
        Events.send(kafka, Events.callEnded(marker, 1));
        await().atMost(10, SECONDS).until(() -> worker.stored(marker).size() == 1);
    }

    private List<String> awaitPublished(int count) {
        await().atMost(20, SECONDS).until(() -> published().size() >= count);
        return published();
    }

    private List<String> published() {
        return kafka.records(EventTypes.RECORDING_STORED.topic(), callSid).stream()
                .map(this::read)
                .map(stored -> stored.recording().reason())
                .toList();
    }

    private RecordingStored read(ConsumerRecord<String, byte[]> record) {
        try {
            return json.readValue(record.value(), RecordingStored.class);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private List<String> steps() {
        return kafka.records(EventTypes.STAGE_CHANGED.topic(), callSid).stream()
                .map(record -> {
                    try {
                        StageChanged change = json.readValue(record.value(), StageChanged.class);
                        return change.attempt() + " " + change.step().wireName();
                    } catch (IOException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .toList();
    }

    private String stateOf(int revision) {
        return column("state", revision);
    }

    private String lastErrorOf(int revision) {
        return column("last_error", revision);
    }

    private String column(String name, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + name + " FROM stage_work WHERE call_sid = :callSid AND revision = :revision")
                .bind("callSid", callSid)
                .bind("revision", revision)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    private int scheduledInstances() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM scheduled_tasks WHERE task_instance LIKE :callSid || ':%'")
                .bind("callSid", callSid)
                .mapTo(int.class)
                .one());
    }
}
