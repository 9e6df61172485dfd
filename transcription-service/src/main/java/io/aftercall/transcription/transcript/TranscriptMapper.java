package io.aftercall.transcription.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of {@code transcript}. */
final class TranscriptMapper implements RowMapper<Transcript> {

    private static final TypeReference<List<Utterance>> UTTERANCES = new TypeReference<>() {};

    private final ObjectMapper json;

    TranscriptMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Transcript map(ResultSet row, StatementContext context) throws SQLException {
        return new Transcript(
                row.getString("call_sid"),
                row.getInt("revision"),
                row.getString("business_id"),
                outcome(row),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private TranscriptionOutcome outcome(ResultSet row) throws SQLException {
        return new TranscriptionOutcome(
                OutcomeStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("message"),
                row.getString("language"),
                row.getString("engine"),
                row.getString("model"),
                row.getString("text"),
                utterances(row.getString("utterances")),
                row.getBigDecimal("cost_usd"));
    }

    private List<Utterance> utterances(String stored) {
        try {
            return json.readValue(stored, UTTERANCES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored utterances cannot be read.", unreadable);
        }
    }
}
