package io.aftercall.recording.download;

import io.aftercall.chassis.work.StageFailure;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes a body to a file as it arrives, hashing and counting, in constant memory; takes no more than the limit. */
final class WriteBody implements BodySubscriber<DownloadedAudio> {

    private final Path file;
    private final FileChannel out;
    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private final CompletableFuture<DownloadedAudio> written = new CompletableFuture<>();
    private Subscription subscription;
    private long size;

    /** Writes to {@code out}, an open channel of {@code file} that the caller closes. */
    WriteBody(Path file, FileChannel out, long maxBytes) {
        this.file = file;
        this.out = out;
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<DownloadedAudio> getBody() {
        return written;
    }

    @Override
    public void onSubscribe(Subscription body) {
        subscription = body;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
            subscription.request(1);
        } catch (IOException | StageFailure failure) {
            subscription.cancel();
            written.completeExceptionally(failure);
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        size += buffer.remaining();
        if (size > maxBytes) {
            throw tooLarge(maxBytes);
        }
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    @Override
    public void onError(Throwable failure) {
        written.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        written.complete(new DownloadedAudio(file, size, HexFormat.of().formatHex(digest.digest())));
    }

    static StageFailure tooLarge(long maxBytes) {
        return StageFailure.permanent("too_large", "The recording is larger than " + maxBytes + " bytes.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
