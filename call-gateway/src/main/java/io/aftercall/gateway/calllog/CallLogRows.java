package io.aftercall.gateway.calllog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.events.Direction;
import io.aftercall.gateway.business.RecordingMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Writes a {@link CallEntry} into the columns of {@code call_log} and reads it back. */
@ApplicationScoped
class CallLogRows {

    private static final TypeReference<List<Recording>> RECORDINGS = new TypeReference<>() {};

    private final ObjectMapper json;

    CallLogRows(ObjectMapper json) {
        this.json = json;
    }

    Update bind(Update update, CallEntry entry) {
        return bindLeg(update, entry.leg())
                .bind("businessId", entry.businessId())
                .bind("recordingMode", entry.recordingMode().name())
                .bind("status", entry.progress().word())
                .bind("published", entry.published().revision())
                .bind("publishedSid", entry.published().recordingSid())
                .bind("publishedSec", entry.published().recordingSec())
                .bind("settleBy", entry.settleBy());
    }

    private Update bindLeg(Update update, Leg leg) {
        Optional<Recording> longest = leg.recordings().longest();
        Optional<Standing> standing = Optional.ofNullable(leg.standing());
        return update.bind("callSid", leg.callSid())
                .bind("accountSid", leg.accountSid())
                .bind("parentCallSid", leg.parentCallSid())
                .bind("direction", leg.direction() == null ? null : word(leg.direction()))
                .bind("from", leg.from())
                .bind("to", leg.to())
                .bind("callStatus", standing.map(each -> each.status().word()).orElse(null))
                .bind("sequence", standing.map(Standing::sequence).orElse(null))
                .bind("startedAt", leg.startedAt())
                .bind("answeredAt", leg.answeredAt())
                .bind("endedAt", leg.endedAt())
                .bind("duration", leg.durationSec())
                .bind("recordings", write(leg.recordings().all()))
                .bind("recordingSid", longest.map(Recording::sid).orElse(null))
                .bind("recordingUrl", longest.map(Recording::url).orElse(null))
                .bind("recordingCount", leg.recordings().count());
    }

    CallEntry read(ResultSet row) throws SQLException {
        return new CallEntry(
                readLeg(row),
                row.getString("business_id"),
                RecordingMode.valueOf(row.getString("recording_mode")),
                Progress.of(row.getString("status")).orElseThrow(),
                new CallEntry.Published(
                        row.getInt("published_revision"),
                        row.getString("published_recording_sid"),
                        row.getInt("published_recording_sec")),
                instant(row, "settle_by"));
    }

    private Leg readLeg(ResultSet row) throws SQLException {
        String direction = row.getString("direction");
        return new Leg(
                row.getString("call_sid"),
                row.getString("account_sid"),
                row.getString("parent_call_sid"),
                direction == null ? null : Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                row.getString("from_e164"),
                row.getString("to_e164"),
                readStanding(row),
                instant(row, "started_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getObject("duration", Integer.class),
                readRecordings(row.getString("recordings")));
    }

    private static Standing readStanding(ResultSet row) throws SQLException {
        Integer sequence = row.getObject("call_status_sequence", Integer.class);
        return CallStatus.of(row.getString("call_status"))
                .map(status -> new Standing(status, sequence == null ? Standing.UNNUMBERED : sequence))
                .orElse(null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private String write(List<Recording> recordings) {
        try {
            return json.writeValueAsString(recordings);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A call's recordings cannot be written as JSON.", unwritable);
        }
    }

    private Recordings readRecordings(String column) {
        try {
            return new Recordings(json.readValue(column, RECORDINGS));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A call's recordings column cannot be read.", unreadable);
        }
    }
}
