package io.aftercall.transcription.audio;

import io.aftercall.chassis.work.StageFailure;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What an answer other than 200 means for the attempt. */
final class ReadRefusal {

    private static final String UNAVAILABLE = "audio_unavailable";

    private ReadRefusal() {}

    static StageFailure of(HttpResponse<?> response) {
        int status = response.statusCode();
        return switch (status) {
            case 403 ->
                StageFailure.permanent(
                        UNAVAILABLE,
                        "recording-service does not accept the track's signed path; reprocess the recording.");
            case 404, 410 -> StageFailure.permanent(UNAVAILABLE, "recording-service has the track no more.");
            default -> passing(status, retryAfter(response));
        };
    }

    private static StageFailure passing(int status, Optional<Duration> retryAfter) {
        String message = "recording-service answered " + status + ".";
        return retryAfter
                .map(wait -> StageFailure.passing(UNAVAILABLE, message, wait))
                .orElseGet(() -> StageFailure.passing(UNAVAILABLE, message));
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
