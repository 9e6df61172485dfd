package io.aftercall.gateway.twilio;

import io.aftercall.events.Direction;
import io.aftercall.gateway.calllog.CallStatus;
import io.aftercall.gateway.calllog.Recording;
import io.aftercall.gateway.calllog.RecordingCallback;
import io.aftercall.gateway.calllog.StatusCallback;
import io.aftercall.gateway.calllog.TwilioCallback;
import io.aftercall.gateway.form.Form;
import io.aftercall.gateway.form.MalformedForm;
import io.aftercall.gateway.number.PhoneNumber;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads Twilio's parameters. Without a call there is no callback; anything else that cannot be read is as if it had not
 * been told, since a parameter Twilio changes must not cost a business its call.
 */
final class ReadCallback {

    private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");
    private static final Pattern RECORDING_SID = Pattern.compile("RE[0-9a-fA-F]{32}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,8}");

    /** An index entry has room for this and more; a SIP address may be longer. */
    private static final int LONGEST_TEXT = 250;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private ReadCallback() {}

    static TwilioCallback status(Form form, Instant receivedAt) {
        return new StatusCallback(
                callSid(form),
                accountSid(form),
                form.value("ParentCallSid").filter(matching(CALL_SID)).orElse(null),
                direction(form),
                party(form, "From"),
                party(form, "To"),
                form.value("CallStatus").flatMap(CallStatus::of).orElse(null),
                count(form, "SequenceNumber").orElse(null),
                time(form, "Timestamp").orElse(receivedAt),
                count(form, "CallDuration").orElse(null),
                recordingOfStatus(form).orElse(null));
    }

    static TwilioCallback recording(Form form) {
        Recording.State state = state(form);
        Optional<String> sid = form.value("RecordingSid").filter(matching(RECORDING_SID));
        if (sid.isEmpty() && state == Recording.State.COMPLETED) {
            throw new MalformedForm("no RecordingSid");
        }
        return new RecordingCallback(callSid(form), accountSid(form), recording(form, sid.orElse(""), state));
    }

    /** A call placed with {@code Record=true} names its recording here, and perhaps nowhere else. */
    private static Optional<Recording> recordingOfStatus(Form form) {
        return form.value("RecordingSid")
                .filter(matching(RECORDING_SID))
                .map(sid -> recording(form, sid, Recording.State.COMPLETED));
    }

    private static Recording recording(Form form, String sid, Recording.State state) {
        return new Recording(
                sid,
                state,
                count(form, "RecordingDuration").orElse(null),
                count(form, "RecordingChannels")
                        .filter(channels -> channels == 1 || channels == 2)
                        .orElse(null),
                text(form, "RecordingSource").orElse(null),
                text(form, "RecordingUrl").orElse(null),
                time(form, "RecordingStartTime").orElse(null),
                text(form, "ErrorCode").filter(code -> !"0".equals(code)).orElse(null));
    }

    /** A word that is new to us is a recording that is not done yet. */
    private static Recording.State state(Form form) {
        String word = form.value("RecordingStatus").orElseThrow(() -> new MalformedForm("no RecordingStatus"));
        return switch (word) {
            case "completed" -> Recording.State.COMPLETED;
            case "absent" -> Recording.State.ABSENT;
            case "failed" -> Recording.State.FAILED;
            default -> Recording.State.IN_PROGRESS;
        };
    }

    private static String callSid(Form form) {
        return form.value("CallSid").filter(matching(CALL_SID)).orElseThrow(() -> new MalformedForm("no CallSid"));
    }

    private static String accountSid(Form form) {
        return form.value("AccountSid").orElseThrow(() -> new MalformedForm("no AccountSid"));
    }

    private static Direction direction(Form form) {
        return switch (form.value("Direction").orElse("")) {
            case "inbound", "trunking-originating" -> Direction.INBOUND;
            case "outbound-api", "outbound-dial", "outbound", "trunking-terminating" -> Direction.OUTBOUND;
            default -> null;
        };
    }

    private static String party(Form form, String name) {
        return text(form, name).map(PhoneNumber::of).map(PhoneNumber::text).orElse(null);
    }

    private static Optional<String> text(Form form, String name) {
        return form.value(name)
                .map(text -> text.codePointCount(0, text.length()) <= LONGEST_TEXT
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)));
    }

    private static Optional<Integer> count(Form form, String name) {
        return form.value(name).filter(matching(COUNT)).map(Integer::valueOf);
    }

    private static Optional<Instant> time(Form form, String name) {
        try {
            return form.value(name)
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from))
                    .filter(time -> time.isAfter(EARLIEST) && time.isBefore(LATEST));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static Predicate<String> matching(Pattern pattern) {
        return pattern.asMatchPredicate();
    }
}
