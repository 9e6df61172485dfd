package io.aftercall.recording.download;

import io.aftercall.chassis.work.StageFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets one thing by HTTP into a file, within the limits of time and size. A redirect is followed only to an allowed
 * host, and takes credentials only back to the origin they were meant for.
 */
@ApplicationScoped
class FetchFile {

    private static final int OK = 200;
    private static final int MAX_REDIRECTS = 3;

    private final HttpClient client;
    private final AllowedHosts hosts;
    private final long maxBytes;
    private final Duration timeLimit;

    FetchFile(AllowedHosts hosts, DownloadConfig config) {
        this.hosts = hosts;
        this.maxBytes = config.maxSize().asLongValue();
        this.timeLimit = config.downloadTimeLimit();
        // Over cleartext the client would otherwise offer an upgrade to HTTP/2 that some servers stumble over.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /**
     * Gets {@code place} into {@code target}.
     *
     * @return the answer that was no redirect, whatever its status
     * @throws IOException when the connection failed, or the file could not be written
     * @throws StageFailure when a limit was reached, or a redirect led where it must not
     */
    Answer fetch(URI place, String authorization, Path target) throws IOException, InterruptedException {
        Answer answer = exchange(place, authorization, target);
        for (int redirects = 0; answer.isRedirect(); redirects++) {
            URI next = target(answer);
            if (redirects == MAX_REDIRECTS || !hosts.permits(next)) {
                throw StageFailure.permanent(
                        "download_failed", "Twilio redirected to where recordings are not allowed.");
            }
            answer = exchange(next, AllowedHosts.sameOrigin(place, next) ? authorization : null, target);
        }
        return answer;
    }

    private static URI target(Answer redirect) {
        try {
            return redirect.from()
                    .resolve(redirect.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException malformed) {
            throw StageFailure.permanent("download_failed", "Twilio redirected to something that is no address.");
        }
    }

    private Answer exchange(URI place, String authorization, Path target) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(place).GET();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            HttpResponse<DownloadedAudio> response =
                    await(client.sendAsync(request.build(), info -> bodyOf(info, target, out)));
            return new Answer(place, response.statusCode(), response.headers(), response.body());
        }
    }

    private BodySubscriber<DownloadedAudio> bodyOf(ResponseInfo info, Path target, FileChannel out) {
        if (info.statusCode() != OK) {
            return BodySubscribers.replacing(null);
        }
        if (info.headers().firstValueAsLong("Content-Length").orElse(0) > maxBytes) {
            throw WriteBody.tooLarge(maxBytes);
        }
        return new WriteBody(target, out, maxBytes);
    }

    private <T> T await(CompletableFuture<T> exchange) throws IOException, InterruptedException {
        try {
            return exchange.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw StageFailure.passing("download_failed", "The download took longer than " + timeLimit + ".");
        } catch (ExecutionException failed) {
            throw causeOf(failed);
        } finally {
            exchange.cancel(true);
        }
    }

    private static IOException causeOf(ExecutionException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof StageFailure failure) {
                throw failure;
            }
        }
        return failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    }
}
