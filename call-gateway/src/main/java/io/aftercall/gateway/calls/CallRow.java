package io.aftercall.gateway.calls;

import io.aftercall.events.ExtractedField;
import io.aftercall.gateway.calllog.Recording;
import io.aftercall.gateway.calls.FullCall.CallRecording;
import io.aftercall.gateway.calls.FullCall.OtherRecording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.json.Json;

/** A row of {@code call_log} as one call in full needs it. */
record CallRow(
        String callSid,
        String accountSid,
        String parentCallSid,
        String businessId,
        String direction,
        String fromE164,
        String toE164,
        String callStatus,
        String status,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        Integer durationSec,
        String recordingMode,
        String recordingSid,
        @Json List<Recording> recordings,
        Long audioBytesLen,
        String finalTranscript,
        String summary,
        String summaryStatus,
        @Json List<String> actionItems,
        @Json Map<String, ExtractedField> extractedFields,
        String extractedCity,
        String extractedService,
        Double extractionConfidence,
        String estimatedCostBucket,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    FullCall show(String publicUrl) {
        return new FullCall(
                callSid,
                accountSid,
                parentCallSid,
                businessId,
                direction,
                fromE164,
                toE164,
                callStatus,
                status,
                startedAt,
                answeredAt,
                endedAt,
                durationSec,
                recordingMode,
                recording(publicUrl),
                recordings.stream()
                        .filter(recording -> !recording.sid().equals(recordingSid))
                        .map(OtherRecording::of)
                        .toList(),
                finalTranscript,
                summary,
                summaryStatus,
                actionItems,
                extractedFields,
                extractedCity,
                extractedService,
                extractionConfidence,
                estimatedCostBucket,
                revision,
                createdAt,
                updatedAt);
    }

    private CallRecording recording(String publicUrl) {
        return recordings.stream()
                .filter(recording -> recording.sid().equals(recordingSid))
                .findFirst()
                .map(recording -> new CallRecording(
                        recordingSid,
                        publicUrl + "/api/recordings/file/" + callSid,
                        recording.channels(),
                        recording.durationSec(),
                        audioBytesLen,
                        recording.source()))
                .orElse(null);
    }
}
