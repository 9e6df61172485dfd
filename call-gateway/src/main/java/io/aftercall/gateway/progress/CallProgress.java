package io.aftercall.gateway.progress;

import io.aftercall.events.CallSummarized;
import io.aftercall.events.CallTranscribed;
import io.aftercall.events.ExtractedField;
import io.aftercall.events.RecordingStored;
import io.aftercall.events.SummaryOutcome;
import io.aftercall.gateway.calllog.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.json.Json;

/** The columns of {@code call_log} that the pipeline fills. Whoever changes a row has locked it here. */
@ApplicationScoped
class CallProgress {

    private static final String STORED = """
            UPDATE call_log SET status = :status, audio_bytes_len = :bytes, updated_at = :now
            WHERE call_sid = :callSid
            """;

    private static final String TRANSCRIBED = """
            UPDATE call_log SET
                status = :status, audio_bytes_len = :bytes, final_transcript = :transcript,
                summary_status = 'processing', updated_at = :now
            WHERE call_sid = :callSid
            """;

    private static final String SUMMARIZED = """
            UPDATE call_log SET
                status = :status, audio_bytes_len = :bytes, final_transcript = :transcript,
                summary = :summary, summary_status = :summaryStatus, action_items = :actionItems,
                extracted_fields = :fields, extracted_city = :city, extracted_service = :service,
                extraction_confidence = :confidence, updated_at = :now
            WHERE call_sid = :callSid
            """;

    private static final QualifiedType<Map<String, ExtractedField>> FIELDS =
            QualifiedType.of(new GenericType<Map<String, ExtractedField>>() {}).with(Json.class);

    private static final QualifiedType<List<String>> ITEMS =
            QualifiedType.of(new GenericType<List<String>>() {}).with(Json.class);

    private final Jdbi jdbi;
    private final Clock clock;

    CallProgress(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Locks a call until the transaction ends; empty when there is no such call. */
    Optional<Position> lock(String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT revision, status FROM call_log WHERE call_sid = :sid FOR UPDATE")
                .bind("sid", callSid)
                .map((row, context) -> new Position(
                        row.getInt("revision"),
                        Progress.of(row.getString("status")).orElseThrow()))
                .findOne());
    }

    void save(RecordingStored stored) {
        update(
                STORED,
                stored.callSid(),
                Progress.TRANSCRIBING,
                update -> update.bind("bytes", stored.recording().sizeBytes()));
    }

    void save(CallTranscribed transcribed) {
        update(
                TRANSCRIBED,
                transcribed.callSid(),
                Progress.SUMMARIZING,
                update -> update.bind("bytes", transcribed.recording().sizeBytes())
                        .bind("transcript", transcribed.transcription().text()));
    }

    void save(CallSummarized summarized) {
        SummaryOutcome summary = summarized.summary();
        Optional<ExtractedField> city = Optional.ofNullable(summary.fields().get("city"));
        Optional<ExtractedField> service = Optional.ofNullable(summary.fields().get("service"));
        update(
                SUMMARIZED,
                summarized.callSid(),
                Progress.after(summarized.result()),
                update -> update.bind("bytes", summarized.recording().sizeBytes())
                        .bind("transcript", summarized.transcription().text())
                        .bind("summary", summary.text())
                        .bind("summaryStatus", Words.of(summary.status()))
                        .bindByType("actionItems", summary.actionItems(), ITEMS)
                        .bindByType("fields", summary.fields(), FIELDS)
                        .bind("city", city.map(ExtractedField::value).orElse(null))
                        .bind("service", service.map(ExtractedField::value).orElse(null))
                        .bind("confidence", leastConfidence(city, service)));
    }

    private void update(String sql, String callSid, Progress progress, UnaryOperator<Update> columns) {
        jdbi.useHandle(handle -> columns.apply(handle.createUpdate(sql)
                        .bind("callSid", callSid)
                        .bind("status", progress.word())
                        .bind("now", clock.instant()))
                .execute());
    }

    /** One figure for the row: no surer than its least sure part; null when nothing was found. */
    private static Double leastConfidence(Optional<ExtractedField> city, Optional<ExtractedField> service) {
        return Stream.of(city, service)
                .flatMap(Optional::stream)
                .map(ExtractedField::confidence)
                .min(Double::compare)
                .orElse(null);
    }

    /** Where a call is: which telling of it, and how far that is. */
    record Position(int revision, Progress progress) {}
}
