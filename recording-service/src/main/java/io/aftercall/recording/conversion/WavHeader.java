package io.aftercall.recording.conversion;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Reads the head of a WAV file, so that a recording can be told from anything else with or without ffmpeg.
 *
 * @param channels how many
 * @param bytesPerSecond of all channels together
 * @param dataBytes bytes of audio that are really there, whatever the header claims
 */
record WavHeader(int channels, long bytesPerSecond, long dataBytes) {

    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FMT_BYTES = 16;
    private static final int MAX_CHUNKS = 64;
    private static final long UNSIGNED = 0xFFFFFFFFL;
    private static final int MILLIS = 1000;

    /** The header, if the file is a WAV with at least some audio in it. */
    static Optional<WavHeader> read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = read(in, 0, RIFF_HEAD);
            if (head == null || !isWave(head)) {
                return Optional.empty();
            }
            return readChunks(in);
        }
    }

    long durationMs() {
        return dataBytes * MILLIS / bytesPerSecond;
    }

    private static boolean isWave(ByteBuffer head) {
        String riff = tag(head, 0);
        return ("RIFF".equals(riff) || "RF64".equals(riff)) && "WAVE".equals(tag(head, CHUNK_HEAD));
    }

    private static Optional<WavHeader> readChunks(FileChannel in) throws IOException {
        ByteBuffer format = null;
        long position = RIFF_HEAD;
        for (int chunk = 0; chunk < MAX_CHUNKS; chunk++) {
            ByteBuffer head = read(in, position, CHUNK_HEAD);
            if (head == null) {
                return Optional.empty();
            }
            long size = head.getInt(4) & UNSIGNED;
            position += CHUNK_HEAD;
            if ("fmt ".equals(tag(head, 0))) {
                format = read(in, position, FMT_BYTES);
            } else if ("data".equals(tag(head, 0))) {
                return of(format, size, in.size() - position);
            }
            position += size + size % 2;
        }
        return Optional.empty();
    }

    /** A writer that could not seek back leaves 0 or the largest number as the size: then it is all there is. */
    private static Optional<WavHeader> of(ByteBuffer format, long claimed, long present) {
        if (format == null) {
            return Optional.empty();
        }
        int channels = format.getShort(2);
        long bytesPerSecond = format.getInt(8) & UNSIGNED;
        long dataBytes = claimed == 0 ? present : Math.min(claimed, present);
        return channels > 0 && bytesPerSecond > 0 && dataBytes > 0
                ? Optional.of(new WavHeader(channels, bytesPerSecond, dataBytes))
                : Optional.empty();
    }

    private static String tag(ByteBuffer bytes, int offset) {
        return new String(bytes.array(), offset, 4, StandardCharsets.US_ASCII);
    }

    /** Exactly that many bytes, or null when the file ends before. */
    private static ByteBuffer read(FileChannel in, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (in.read(bytes, position + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }
}
