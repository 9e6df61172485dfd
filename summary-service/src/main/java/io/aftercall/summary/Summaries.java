package io.aftercall.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.events.ExtractedField;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.SummaryOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code summary}: how the stage ended, for each revision of a call. */
@ApplicationScoped
class Summaries {

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, ExtractedField>> FIELDS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    Summaries(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps an outcome in place of any earlier one of the same revision. */
    void store(String callSid, int revision, SummaryOutcome outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO summary (call_sid, revision, status, reason, message, engine, model, text,
                                             action_items, fields, source, cost_usd, stored_at)
                        VALUES (:callSid, :revision, :status, :reason, :message, :engine, :model, :text,
                                :actionItems::json, :fields::json, :source, :costUsd, :now)
                        ON CONFLICT (call_sid, revision) DO UPDATE
                        SET (status, reason, message, engine, model, text,
                             action_items, fields, source, cost_usd, stored_at)
                          = (excluded.status, excluded.reason, excluded.message, excluded.engine, excluded.model,
                             excluded.text, excluded.action_items, excluded.fields, excluded.source,
                             excluded.cost_usd, excluded.stored_at)
                        """)
                .bind("callSid", callSid)
                .bind("revision", revision)
                .bind("status", outcome.status().name().toLowerCase(Locale.ROOT))
                .bindMethods(outcome)
                .bind("actionItems", write(outcome.actionItems()))
                .bind("fields", write(outcome.fields()))
                .bind("now", clock.instant())
                .execute());
    }

    /** The outcome of the call's newest revision that has one. */
    Optional<SummaryOutcome> latest(String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT status, reason, message, engine, model, text, action_items, fields, source, cost_usd
                        FROM summary WHERE call_sid = :callSid ORDER BY revision DESC LIMIT 1
                        """)
                .bind("callSid", callSid)
                .map((row, context) -> outcome(row))
                .findOne());
    }

    void delete(String callSid) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM summary WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .execute());
    }

    private SummaryOutcome outcome(ResultSet row) throws SQLException {
        return new SummaryOutcome(
                OutcomeStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("message"),
                row.getString("engine"),
                row.getString("model"),
                row.getString("text"),
                read(row.getString("action_items"), STRINGS),
                read(row.getString("fields"), FIELDS),
                row.getString("source"),
                row.getBigDecimal("cost_usd"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A summary cannot be written as JSON.");
        }
    }

    /** Jackson's messages quote what they read, so none of them goes on into a log. */
    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored summary cannot be read.");
        }
    }
}
