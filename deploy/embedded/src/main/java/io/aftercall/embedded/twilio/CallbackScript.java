package io.aftercall.embedded.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The callbacks Twilio makes for one call, in its order and with its parameters. */
final class CallbackScript {

    private static final Duration UNTIL_RINGING = Duration.ofSeconds(1);

    private final SandboxCall call;
    private final String accountUrl;

    /**
     * @param accountUrl the account's URL at the sandbox, as recordings are announced under it
     */
    CallbackScript(SandboxCall call, String accountUrl) {
        this.call = call;
        this.accountUrl = accountUrl;
    }

    /** RFC 2822, as Twilio writes every time that is not ISO 8601. */
    static String rfc2822(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(time.atOffset(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }

    List<Callback> callbacks() {
        List<Callback> script = new ArrayList<>();
        script.add(status("initiated", 0, call.createdAt()));
        script.add(status("ringing", 1, call.createdAt().plus(UNTIL_RINGING)));
        if (call.answered()) {
            script.add(status("in-progress", 2, call.startedAt()));
        }
        if (call.recording() != null) {
            script.add(recording("in-progress", "0"));
        }
        script.add(ended());
        if (call.recording() != null) {
            script.add(recordingEnded(call.recording()));
        }
        return script;
    }

    private Callback ended() {
        Callback last = status(call.status(), call.answered() ? 3 : 2, call.endedAt());
        Map<String, String> parameters = new LinkedHashMap<>(last.parameters());
        parameters.put("CallDuration", Integer.toString(call.durationSec()));
        parameters.put("SipResponseCode", sipCode(call.status()));
        if (call.answered()) {
            parameters.put("Duration", Integer.toString((call.durationSec() + 59) / 60));
        }
        return new Callback(last.path(), parameters);
    }

    private Callback recordingEnded(SandboxRecording recording) {
        return switch (recording.fate()) {
            case ABSENT -> recording("absent", "16102");
            case FAILED -> recording("failed", "16104");
            default -> {
                Map<String, String> parameters =
                        new LinkedHashMap<>(recording("completed", "0").parameters());
                parameters.put("RecordingDuration", Integer.toString(recording.durationSec()));
                yield new Callback(Callback.RECORDING, parameters);
            }
        };
    }

    private Callback status(String status, int sequenceNumber, Instant at) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CallSid", call.sid());
        parameters.put("AccountSid", call.accountSid());
        parameters.put("From", call.from());
        parameters.put("To", call.to());
        parameters.put("Caller", call.from());
        parameters.put("Called", call.to());
        parameters.put("CallStatus", status);
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put("Direction", call.direction());
        parameters.put("FromCountry", "US");
        parameters.put("ToCountry", "US");
        // Twilio sends what it does not know as an empty parameter, which is signed like any other.
        parameters.put("FromCity", "");
        parameters.put("ToCity", "");
        parameters.put("CallbackSource", "call-progress-events");
        parameters.put("SequenceNumber", Integer.toString(sequenceNumber));
        parameters.put("Timestamp", rfc2822(at));
        return new Callback(Callback.STATUS, parameters);
    }

    private Callback recording(String status, String errorCode) {
        SandboxRecording recording = call.recording();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", call.accountSid());
        parameters.put("CallSid", call.sid());
        parameters.put("RecordingSid", recording.sid());
        parameters.put("RecordingUrl", accountUrl + "/Recordings/" + recording.sid());
        parameters.put("RecordingStatus", status);
        parameters.put("RecordingChannels", Integer.toString(recording.channels()));
        parameters.put("RecordingStartTime", rfc2822(recording.startedAt()));
        parameters.put("RecordingSource", recording.source());
        parameters.put("RecordingTrack", "both");
        parameters.put("ErrorCode", errorCode);
        return new Callback(Callback.RECORDING, parameters);
    }

    private static String sipCode(String status) {
        return switch (status) {
            case "completed" -> "200";
            case "busy" -> "486";
            case "no-answer" -> "480";
            case "canceled" -> "487";
            default -> "500";
        };
    }
}
