package io.aftercall.transcription.audio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * One channel of a recording, 16 kHz mono 16-bit PCM, read in pieces: engines that know only that hear silence, not an
 * error, in anything else. Closing it deletes it.
 */
public final class SpeechAudio implements Closeable {

    /** Samples a second. */
    public static final int SAMPLE_RATE = 16_000;

    static final int BYTES_PER_SAMPLE = 2;
    private static final int BYTES_PER_MS = SAMPLE_RATE / 1000 * BYTES_PER_SAMPLE;

    private final FileChannel file;
    private final long dataOffset;
    private final long durationMs;

    private SpeechAudio(FileChannel file, long dataOffset, long dataBytes) {
        this.file = file;
        this.dataOffset = dataOffset;
        this.durationMs = dataBytes / BYTES_PER_MS;
    }

    /** A WAV file; throws {@link UnusableAudio} unless it is 16 kHz mono 16-bit PCM. */
    static SpeechAudio ofWav(FileChannel file) throws IOException {
        WavHeader wav = WavHeader.read(file);
        boolean fits = wav.format() == WavHeader.PCM
                && wav.channels() == 1
                && wav.sampleRate() == SAMPLE_RATE
                && wav.bitsPerSample() == BYTES_PER_SAMPLE * 8;
        if (!fits) {
            throw new UnusableAudio(
                    "A speech track must be 16000 Hz, mono, 16-bit PCM; this one is " + wav.describe() + ".");
        }
        return new SpeechAudio(file, wav.dataOffset(), wav.dataBytes());
    }

    /** Samples without a header, little-endian. */
    static SpeechAudio ofSamples(FileChannel file) throws IOException {
        return new SpeechAudio(file, 0, file.size());
    }

    /** Length in milliseconds; a last part of one does not count. */
    public long durationMs() {
        return durationMs;
    }

    /**
     * Copies samples of the region, little-endian, into the front of {@code buffer}.
     *
     * @param done how many of the region's bytes were read before
     * @return bytes copied: as many as the buffer takes and the region still has; 0 at its end
     */
    public int read(Region region, long done, byte[] buffer) throws IOException {
        long start = region.startMs() * BYTES_PER_MS + done;
        long end = Math.min(durationMs, region.endMs()) * BYTES_PER_MS;
        ByteBuffer into = ByteBuffer.wrap(buffer, 0, (int) Math.max(0, Math.min(buffer.length, end - start)));
        int read = 0;
        while (into.hasRemaining() && read >= 0) {
            read = file.read(into, dataOffset + start + into.position());
        }
        return into.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
