package io.aftercall.gateway.calls;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** A call as lists show it. */
public record ListedCall(
        String callSid,
        String businessId,
        String direction,
        String from,
        String to,
        String callStatus,
        String status,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        Integer durationSec,
        String recordingSid,
        int recordingCount,
        String summary,
        String summaryStatus,
        String city,
        String service,
        Double extractionConfidence,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore Instant beganAt) {

    /** The columns of {@code call_log} under this record's names. */
    static final String COLUMNS = """
            call_sid, business_id, direction, from_e164 AS "from", to_e164 AS "to", call_status, status,
            started_at, answered_at, ended_at, duration_sec, recording_sid, recording_count,
            summary, summary_status, extracted_city AS city, extracted_service AS service, extraction_confidence,
            revision, created_at, updated_at, began_at""";

    Cursor cursor() {
        return new Cursor(beganAt, callSid);
    }
}
