package io.aftercall.transcription;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallErased;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.TranscriptionOutcome;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The service as its tests see it: events in, events out, and what it keeps. */
@Singleton
public class Service {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ObjectMapper json;
    private final Jdbi jdbi;
    private final Path scratch;
    private final FakeRecordings recordings;
    private final KafkaProbe kafka = EmbeddedStack.kafkaProbe();

    Service(
            ObjectMapper json,
            Jdbi jdbi,
            @ConfigProperty(name = "aftercall.transcription.audio.scratch-folder") Path scratch,
            @ConfigProperty(name = "aftercall.recording-service.url") URI recordings) {
        this.json = json;
        this.jdbi = jdbi;
        this.scratch = scratch;
        this.recordings = new FakeRecordings(recordings);
    }

    public FakeRecordings recordings() {
        return recordings;
    }

    /** Puts the event on its topic. */
    public void send(RecordingStored event) {
        send(EventTypes.RECORDING_STORED, event);
    }

    /** Has the call erased, and waits until it is. */
    public void erase(String callSid) {
        send(EventTypes.CALL_ERASED, new CallErased(callSid, 1, Instant.now()));
        await().atMost(LIMIT).until(() -> rows("tombstone", callSid) == 1);
    }

    /** Puts something on {@code recording-stored} that nobody can read. */
    public void sendPoison(String callSid) {
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        kafka.send(new ProducerRecord<>(EventTypes.RECORDING_STORED.topic(), callSid, poison));
    }

    public List<ConsumerRecord<String, byte[]>> deadLetters(String callSid) {
        return kafka.records("recording-stored.transcription-service.dlq", callSid);
    }

    /** What was announced of the call so far. */
    public List<CallTranscribed> announced(String callSid) {
        return kafka.records(EventTypes.CALL_TRANSCRIBED.topic(), callSid).stream()
                .map(this::read)
                .toList();
    }

    /** What is announced of this revision, once it is. */
    public TranscriptionOutcome awaitAnnounced(String callSid, int revision) {
        // The probe polls as fast as it can; it would take the cores from those who listen.
        await().atMost(LIMIT).until(() -> isStored(callSid, revision));
        return read(kafka.await(
                        EventTypes.CALL_TRANSCRIBED.topic(),
                        record -> callSid.equals(record.key()) && read(record).revision() == revision,
                        LIMIT))
                .transcription();
    }

    /** Waits until nothing is scheduled for the call any more. */
    public void awaitIdle(String callSid, int revision) {
        await().atMost(LIMIT).until(() -> rows("scheduled_tasks", "task_instance", callSid + ":" + revision) == 0);
    }

    /** Takes the work over, as another replica would that believes this one dead. */
    public void takeOver(String callSid) {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE stage_work SET attempt = attempt + 1 WHERE call_sid = ?", callSid));
    }

    /** How many attempts this revision has had. */
    public int attempts(String callSid, int revision) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT attempt FROM stage_work WHERE call_sid = ? AND revision = ?")
                        .bind(0, callSid)
                        .bind(1, revision)
                        .mapTo(int.class)
                        .one());
    }

    /** How many rows of the table speak of the call. */
    public int rows(String table, String callSid) {
        return rows(table, "call_sid", callSid);
    }

    private int rows(String table, String column, String value) {
        String sql = "SELECT count(*) FROM " + table + " WHERE " + column + " = ?";
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, value).mapTo(int.class).one());
    }

    private boolean isStored(String callSid, int revision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM transcript WHERE call_sid = ? AND revision = ?)")
                .bind(0, callSid)
                .bind(1, revision)
                .mapTo(boolean.class)
                .one());
    }

    /** Audio that lies about. */
    public List<Path> scratchFiles() {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <E extends Event> void send(EventType<E> type, E event) {
        try {
            String id = UUID.randomUUID().toString();
            kafka.send(type.topic(), event.callSid(), type.type(), id, json.writeValueAsBytes(event));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private CallTranscribed read(ConsumerRecord<String, byte[]> record) {
        try {
            return json.readValue(record.value(), CallTranscribed.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
