package io.aftercall.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.aftercall.embedded.junit.Tokens;
import io.aftercall.embedded.kafka.KafkaProbe;
import io.aftercall.events.CallEnded;
import io.aftercall.events.Event;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/** The gateway as its tests see it: rows, events, and its API. */
@Singleton
public class Gateway {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final KafkaProbe kafka = EmbeddedStack.kafkaProbe();

    Gateway(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    public KafkaProbe kafka() {
        return kafka;
    }

    /** A call's row; empty when there is none. */
    public Map<String, Object> row(String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM call_log WHERE call_sid = :sid")
                .bind("sid", callSid)
                .mapToMap()
                .findOne()
                .orElse(Map.of()));
    }

    public long count(String table, String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE call_sid = :sid")
                .bind("sid", callSid)
                .mapTo(long.class)
                .one());
    }

    public void execute(String sql, Object... arguments) {
        jdbi.useHandle(handle -> handle.execute(sql, arguments));
    }

    /** What was published of a call, once all of it has left the outbox. */
    public List<CallEnded> callEnded(String callSid) {
        return published(EventTypes.CALL_ENDED, callSid);
    }

    /** What was published of any call. */
    public List<CallEnded> callEnded() {
        awaitEmptyOutbox();
        return kafka.records(EventTypes.CALL_ENDED.topic()).stream()
                .map(record -> read(record.value(), CallEnded.class))
                .toList();
    }

    public <E extends Event> List<E> published(EventType<E> type, String callSid) {
        awaitEmptyOutbox();
        return kafka.records(type.topic(), callSid).stream()
                .map(record -> read(record.value(), type.body()))
                .toList();
    }

    public void awaitEmptyOutbox() {
        await().atMost(LIMIT)
                .until(() -> jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox")
                                .mapTo(long.class)
                                .one())
                        == 0);
    }

    /** Puts an event on its topic, as the service that publishes it would. */
    public <E extends Event> void send(EventType<E> type, E event) {
        try {
            kafka.send(
                    type.topic(),
                    event.callSid(),
                    type.type(),
                    UUID.randomUUID().toString(),
                    json.writeValueAsBytes(event));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Waits until the gateway's consumers have committed everything that is on these topics now. */
    public void awaitConsumed(String... topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedStack.bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            admin.describeTopics(List.of(topics))
                    .allTopicNames()
                    .get()
                    .forEach((topic, described) -> described
                            .partitions()
                            .forEach(each ->
                                    wanted.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                    admin.listOffsets(wanted).all().get();
            await().atMost(LIMIT).until(() -> {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("call-gateway")
                        .partitionsToOffsetAndMetadata()
                        .get();
                return ends.entrySet().stream()
                        .filter(end -> end.getValue().offset() > 0)
                        .allMatch(end -> committed.containsKey(end.getKey())
                                && committed.get(end.getKey()).offset()
                                        >= end.getValue().offset());
            });
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public void awaitStatus(String callSid, String status) {
        await().atMost(LIMIT).until(() -> status.equals(row(callSid).get("status")));
    }

    /** A business of its own for a test, with one number. */
    public TestBusiness newBusiness() {
        return newBusiness("TWILIO_CALL_RECORD");
    }

    public TestBusiness newBusiness(String recordingMode) {
        int number = NUMBERS.incrementAndGet();
        TestBusiness business = new TestBusiness(
                "business-" + number + "-" + UUID.randomUUID().toString().substring(0, 8),
                "+1312" + (2_000_000 + number));
        admin().contentType("application/json")
                .body(Map.of(
                        "id",
                        business.id(),
                        "name",
                        "Lakeside Home Services",
                        "timeZone",
                        "America/Chicago",
                        "language",
                        "en",
                        "recordingMode",
                        recordingMode,
                        "phones",
                        List.of(business.phone()),
                        "cities",
                        List.of(Map.of("name", "Chicago", "synonyms", List.of("Chi-town"))),
                        "services",
                        List.of(Map.of("name", "plumbing"))))
                .post("/api/businesses")
                .then()
                .statusCode(201);
        return business;
    }

    public RequestSpecification admin() {
        return as(Tokens.admin());
    }

    public RequestSpecification as(TestBusiness business) {
        return as(Tokens.business(business.id()));
    }

    public RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private <E> E read(byte[] body, Class<E> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A business made for a test. */
    public record TestBusiness(String id, String phone) {}
}
