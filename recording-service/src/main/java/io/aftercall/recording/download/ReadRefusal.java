package io.aftercall.recording.download;

import io.aftercall.chassis.work.StageFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads out of a refusal whether the recording may still come, and when to ask again. */
@ApplicationScoped
class ReadRefusal {

    private static final int SERVER_ERROR = 500;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Clock clock;

    ReadRefusal(Clock clock) {
        this.clock = clock;
    }

    /** What an answer other than 200 means for the attempt. */
    StageFailure read(Answer answer) {
        return switch (answer.status()) {
            // Twilio announces recordings before every one of its servers has them.
            case 404 -> passing("not_found", "Twilio does not have the recording, or not yet.", answer);
            case 410 -> StageFailure.permanent("not_found", "The recording was deleted at Twilio.");
            case 401, 403 -> StageFailure.permanent("forbidden", "Twilio refused the account's credentials.");
            case 408, 425, 429 -> passing("download_failed", "Twilio asks to wait: " + answer.status() + ".", answer);
            default -> other(answer);
        };
    }

    private StageFailure other(Answer answer) {
        String message = "Twilio answered " + answer.status() + ".";
        return answer.status() >= SERVER_ERROR
                ? passing("download_failed", message, answer)
                : StageFailure.permanent("download_failed", message);
    }

    private StageFailure passing(String reason, String message, Answer answer) {
        return retryAfter(answer)
                .map(wait -> StageFailure.passing(reason, message, wait))
                .orElseGet(() -> StageFailure.passing(reason, message));
    }

    private Optional<Duration> retryAfter(Answer answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .flatMap(this::readWait)
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private Optional<Duration> readWait(String value) {
        try {
            return value.chars().allMatch(Character::isDigit)
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                    : Optional.of(Duration.between(clock.instant(), dateIn(value)))
                            .filter(wait -> !wait.isNegative());
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant dateIn(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
