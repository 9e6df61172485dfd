package io.aftercall.transcription.audio;

/**
 * A stretch of a recording worth listening to.
 *
 * @param startMs milliseconds from the recording's start
 * @param endMs likewise, after {@code startMs}
 */
public record Region(long startMs, long endMs) {

    public Region {
        if (startMs < 0 || endMs <= startMs) {
            throw new IllegalArgumentException("region times are out of order");
        }
    }

    public long lengthMs() {
        return endMs - startMs;
    }
}
