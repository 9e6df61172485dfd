package io.aftercall.transcription.audio;

import io.aftercall.chassis.work.StageFailure;
import io.aftercall.events.SpeechTrack;
import io.aftercall.transcription.audio.WriteWithin.TooMuch;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches a track from recording-service into a file that is gone when it is closed. */
@ApplicationScoped
class FetchTrack {

    private static final String UNAVAILABLE = "audio_unavailable";

    private final RecordingServiceConfig recordingService;
    private final AudioConfig config;
    private final Clock clock;
    private final HttpClient http;

    FetchTrack(RecordingServiceConfig recordingService, AudioConfig config, Clock clock) {
        this.recordingService = recordingService;
        this.config = config;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .build();
    }

    /**
     * The track, whole.
     *
     * @throws StageFailure if it does not come, permanent when it never will
     */
    FileChannel fetch(SpeechTrack track) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(track)).build();
        FileChannel file = ScratchFile.open(config.scratchFolder());
        try {
            HttpResponse<Long> response = await(http.sendAsync(request, intoOnlyIfThere(file)));
            if (response.statusCode() != 200) {
                throw ReadRefusal.of(response);
            }
            return file;
        } catch (InterruptedException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private URI address(SpeechTrack track) {
        if (!track.path().startsWith("/")) {
            throw StageFailure.permanent(UNAVAILABLE, "The track's path does not begin with a slash.");
        }
        if (track.expiresAt() != null && track.expiresAt().isBefore(clock.instant())) {
            throw StageFailure.permanent(UNAVAILABLE, "The track's signed path has expired; reprocess the recording.");
        }
        return URI.create(recordingService.url().toString().replaceAll("/+$", "") + track.path());
    }

    private BodyHandler<Long> intoOnlyIfThere(FileChannel file) {
        return response -> response.statusCode() == 200
                ? new WriteWithin(file, config.maxSize().asLongValue())
                : BodySubscribers.replacing(0L);
    }

    /** The client's own time-out ends with the headers; a body that trickles would hold the attempt. */
    private HttpResponse<Long> await(CompletableFuture<HttpResponse<Long>> exchange) throws InterruptedException {
        Duration limit = config.fetchTimeLimit();
        try {
            return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw StageFailure.passing(UNAVAILABLE, "The track did not come within " + limit.toSeconds() + " s.");
        } catch (ExecutionException failed) {
            throw asStageFailure(failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private StageFailure asStageFailure(Throwable failure) {
        if (failure instanceof TooMuch) {
            return StageFailure.permanent(
                    UNAVAILABLE, "The track is larger than " + config.maxSize().asLongValue() + " bytes.");
        }
        return StageFailure.passing(
                        UNAVAILABLE,
                        "recording-service could not be reached or broke off ("
                                + failure.getClass().getSimpleName() + ").")
                .causedBy(failure);
    }
}
