package io.aftercall.transcription.audio;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes a body to a file as it comes, and ends the exchange as soon as it is more than is taken. */
final class WriteWithin implements BodySubscriber<Long> {

    private final FileChannel file;
    private final long maxBytes;
    private final CompletableFuture<Long> written = new CompletableFuture<>();
    private Subscription subscription;
    private long bytes;

    WriteWithin(FileChannel file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return written;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                bytes += buffer.remaining();
                if (bytes > maxBytes) {
                    throw new TooMuch();
                }
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
            subscription.request(1);
        } catch (IOException failure) {
            subscription.cancel();
            written.completeExceptionally(failure);
        }
    }

    @Override
    public void onError(Throwable failure) {
        written.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        written.complete(bytes);
    }

    /** The body is larger than is taken. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
