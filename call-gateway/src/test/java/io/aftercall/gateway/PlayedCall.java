package io.aftercall.gateway;

import io.aftercall.gateway.Twilio.Callback;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A call as Twilio would tell it: answered after 4 s, over after 40. */
public final class PlayedCall {

    public static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

    private final String sid;
    private final String direction;
    private final String from;
    private final String to;

    private PlayedCall(String direction, String from, String to) {
        this.sid = randomSid("CA");
        this.direction = direction;
        this.from = from;
        this.to = to;
    }

    public static PlayedCall inbound(String from, String to) {
        return new PlayedCall("inbound", from, to);
    }

    public static PlayedCall outbound(String from, String to) {
        return new PlayedCall("outbound-api", from, to);
    }

    /** A call to nobody that is known. */
    public static PlayedCall toNobody() {
        return inbound("+16175550177", "+12125550199");
    }

    public static String randomSid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    public String sid() {
        return sid;
    }

    public Callback ringing() {
        return status("ringing", 1, 0);
    }

    public Callback answered() {
        return status("in-progress", 2, 4);
    }

    public Callback completed() {
        return status("completed", 3, 40).with("CallDuration", "36");
    }

    public Callback status(String word, int sequence, int secondsIn) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "CallSid", sid,
                "AccountSid", Twilio.ACCOUNT,
                "ApiVersion", "2010-04-01",
                "Direction", direction,
                "From", from,
                "To", to,
                "CallStatus", word,
                "SequenceNumber", String.valueOf(sequence),
                "Timestamp", rfc2822(START.plusSeconds(secondsIn))));
        return new Callback("/twilio/status", parameters);
    }

    public Callback recording(String recordingSid, String status) {
        return new Callback(
                "/twilio/recording",
                Map.of(
                        "CallSid",
                        sid,
                        "AccountSid",
                        Twilio.ACCOUNT,
                        "RecordingSid",
                        recordingSid,
                        "RecordingStatus",
                        status,
                        "RecordingChannels",
                        "2",
                        "RecordingSource",
                        "DialVerb",
                        "RecordingStartTime",
                        rfc2822(START.plusSeconds(4)),
                        "RecordingUrl",
                        "https://api.twilio.com/Recordings/" + recordingSid));
    }

    public Callback recorded(String recordingSid, int seconds) {
        return recording(recordingSid, "completed").with("RecordingDuration", String.valueOf(seconds));
    }

    /** A whole life: the callbacks of a recorded call, in Twilio's order. */
    public List<Callback> life(String recordingSid) {
        return List.of(ringing(), answered(), completed(), recorded(recordingSid, 36));
    }

    private static String rfc2822(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(time.atOffset(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }
}
