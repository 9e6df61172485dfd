package io.aftercall.gateway.calls;

import io.aftercall.events.ExtractedField;
import io.aftercall.gateway.calllog.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A call with everything that is known of it.
 *
 * @param from E.164, or Twilio's word
 * @param to likewise
 * @param callStatus Twilio's status
 * @param status ours
 * @param recording the one that stands for the call; null when there is none
 * @param transcript what was said; null until it is known
 * @param fields what was found in it, with evidence
 */
public record FullCall(
        String callSid,
        String accountSid,
        String parentCallSid,
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
        String recordingMode,
        CallRecording recording,
        List<OtherRecording> otherRecordings,
        String transcript,
        String summary,
        String summaryStatus,
        List<String> actionItems,
        Map<String, ExtractedField> fields,
        String city,
        String service,
        Double extractionConfidence,
        String estimatedCostBucket,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * The recording that stands for a call.
     *
     * @param url where a token's holder hears it
     * @param sizeBytes of the original; null until it is kept
     */
    public record CallRecording(
            String recordingSid, String url, Integer channels, Integer durationSec, Long sizeBytes, String source) {}

    /**
     * A recording that does not stand for the call, or not yet.
     *
     * @param state {@code in_progress}, {@code absent}, {@code failed} or {@code completed}
     */
    public record OtherRecording(String recordingSid, String state, Integer durationSec) {

        static OtherRecording of(Recording recording) {
            return new OtherRecording(
                    recording.sid(), recording.state().name().toLowerCase(Locale.ROOT), recording.durationSec());
        }
    }
}
