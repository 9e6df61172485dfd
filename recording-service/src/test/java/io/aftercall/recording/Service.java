package io.aftercall.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallEnded;
import io.aftercall.events.CallErased;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.aftercall.events.RecordingStored;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The service as its tests see it: events in, events out, and what lies on disk. */
@Singleton
public class Service {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ObjectMapper json;
    private final Jdbi jdbi;
    private final Path folder;
    private final FakeTwilio twilio;
    private final MoodyFfmpeg ffmpeg;
    private final KafkaProbe kafka = EmbeddedStack.kafkaProbe();

    Service(
            ObjectMapper json,
            Jdbi jdbi,
            @ConfigProperty(name = "aftercall.recording.storage.folder") Path folder,
            @ConfigProperty(name = "aftercall.recording.ffmpeg") String ffmpeg,
            @ConfigProperty(name = "aftercall.twilio.base-url") URI twilio) {
        this.json = json;
        this.jdbi = jdbi;
        this.folder = folder;
        this.twilio = new FakeTwilio(twilio);
        this.ffmpeg = MoodyFfmpeg.at(ffmpeg);
    }

    public FakeTwilio twilio() {
        return twilio;
    }

    public MoodyFfmpeg ffmpeg() {
        return ffmpeg;
    }

    /** Puts the event on its topic. */
    public void send(CallEnded event) {
        send(EventTypes.CALL_ENDED, event);
    }

    /** Has the call erased. */
    public void erase(String callSid) {
        send(EventTypes.CALL_ERASED, new CallErased(callSid, 1, Instant.now()));
    }

    private <E extends Event> void send(EventType<E> type, E event) {
        try {
            kafka.send(
                    type.topic(),
                    event.callSid(),
                    type.type(),
                    UUID.randomUUID().toString(),
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Puts something on {@code call-ended} that nobody can read. */
    public void sendPoison(String callSid) {
        EventType<CallEnded> type = EventTypes.CALL_ENDED;
        kafka.send(type.topic(), callSid, type.type(), UUID.randomUUID().toString(), "{not json".getBytes(UTF_8));
    }

    public List<ConsumerRecord<String, byte[]>> deadLetters(String callSid) {
        return kafka.records("call-ended.recording-service.dlq", callSid);
    }

    /** What was announced of the call so far. */
    public List<RecordingStored> announced(String callSid) {
        return kafka.records(EventTypes.RECORDING_STORED.topic(), callSid).stream()
                .map(this::read)
                .toList();
    }

    /** What is announced of this revision, once it is. */
    public RecordingStored awaitAnnounced(String callSid, int revision) {
        return read(kafka.await(
                EventTypes.RECORDING_STORED.topic(),
                record -> callSid.equals(record.key()) && read(record).revision() == revision,
                LIMIT));
    }

    private RecordingStored read(ConsumerRecord<String, byte[]> record) {
        try {
            return json.readValue(record.value(), RecordingStored.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until the stage's work on this revision is in this state. */
    public void awaitWork(String callSid, int revision, String state) {
        await().atMost(LIMIT)
                .until(() -> jdbi.withHandle(handle -> handle.createQuery(
                                        "SELECT count(*) FROM stage_work WHERE call_sid = ? AND revision = ? AND state = ?")
                                .bind(0, callSid)
                                .bind(1, revision)
                                .bind(2, state)
                                .mapTo(int.class)
                                .one())
                        == 1);
    }

    /** Takes the work over, as another replica would that believes this one dead. */
    public void takeOver(String callSid) {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE stage_work SET attempt = attempt + 1 WHERE call_sid = ?", callSid));
    }

    /** How many rows of the table speak of the call. */
    public int rows(String table, String callSid) {
        return rows(table, "call_sid", callSid);
    }

    /** How many rows of the table have this value in this column. */
    public int rows(String table, String column, String value) {
        String sql = "SELECT count(*) FROM " + table + " WHERE " + column + " = ?";
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, value).mapTo(int.class).one());
    }

    /** What attempts at this call have left behind, or not yet removed; other tests' calls may still be at work. */
    public List<Path> temporaryFiles(String callSid) {
        return filesUnder(folder.resolve("incoming")).stream()
                .filter(path -> path.toString().contains(callSid))
                .toList();
    }

    /** Everything kept of the call. */
    public List<Path> keptFiles(String callSid) {
        return filesUnder(folder.resolve("audio")).stream()
                .filter(path -> path.toString().contains(callSid))
                .toList();
    }

    private static List<Path> filesUnder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
