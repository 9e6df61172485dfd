package io.aftercall.transcription.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What a WAV file says of its sound, and where that sound is.
 *
 * @param format 1 is PCM
 * @param channels how many samples belong to one moment
 * @param sampleRate moments a second
 * @param bitsPerSample bits of one sample
 * @param dataOffset where the samples begin in the file
 * @param dataBytes how many bytes they are
 */
record WavHeader(int format, int channels, int sampleRate, int bitsPerSample, long dataOffset, long dataBytes) {

    static final int PCM = 1;

    /** "Look further on": ffmpeg writes it for a channel that was split off. */
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;
    /** Written by whoever did not know the length when the header went out. */
    private static final long LENGTH_UNKNOWN = 0xFFFFFFFFL;

    private static final int CHUNK_HEADER = 8;
    private static final int FMT_BYTES = 16;
    private static final int SUBFORMAT_AT = 24;
    private static final int EXTENSIBLE_FMT_BYTES = 40;

    /** Reads the header; throws {@link UnusableAudio} when the file is not a whole WAV file. */
    static WavHeader read(FileChannel file) throws IOException {
        ByteBuffer riff = bytes(file, 0, 12);
        if (riff.getInt() != RIFF || riff.getInt(8) != WAVE) {
            throw new UnusableAudio("The audio is not a WAV file.");
        }
        ByteBuffer fmt = null;
        long at = 12;
        while (true) {
            ByteBuffer chunk = bytes(file, at, CHUNK_HEADER);
            int id = chunk.getInt();
            long length = Integer.toUnsignedLong(chunk.getInt());
            at += CHUNK_HEADER;
            if (id == FMT && length >= FMT_BYTES) {
                fmt = bytes(file, at, (int) Math.min(length, EXTENSIBLE_FMT_BYTES));
            } else if (id == DATA) {
                return of(fmt, at, length, file.size());
            }
            // Chunks are padded to even length.
            at += length + (length & 1);
        }
    }

    /** For people. */
    String describe() {
        return "%d Hz, %d channels, %d bits, format %d".formatted(sampleRate, channels, bitsPerSample, format);
    }

    private static WavHeader of(ByteBuffer fmt, long dataOffset, long declared, long fileBytes) {
        if (fmt == null) {
            throw new UnusableAudio("The WAV file does not say what its samples are.");
        }
        long present = fileBytes - dataOffset;
        long length = declared == LENGTH_UNKNOWN ? present : declared;
        if (length > present) {
            throw new UnusableAudio("The WAV file ends after %d of %d bytes of sound.".formatted(present, length));
        }
        int format = Short.toUnsignedInt(fmt.getShort(0));
        if (format == EXTENSIBLE && fmt.limit() == EXTENSIBLE_FMT_BYTES) {
            format = Short.toUnsignedInt(fmt.getShort(SUBFORMAT_AT));
        }
        int channels = Short.toUnsignedInt(fmt.getShort(2));
        int bits = Short.toUnsignedInt(fmt.getShort(14));
        return new WavHeader(format, channels, fmt.getInt(4), bits, dataOffset, length);
    }

    private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new UnusableAudio("The WAV file ends inside its header.");
            }
        }
        return bytes.flip();
    }
}
