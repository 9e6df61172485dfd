package io.aftercall.transcription.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/** Makes WAV files for tests. */
public final class Wav {

    private static final int HEADER_BYTES = 44;
    private static final double FULL_SCALE = 32_767;

    private Wav() {}

    /** 16 kHz mono with these samples, from -1 to 1. */
    public static byte[] speech(int millis, IntToDoubleFunction sample) {
        return pcm(16_000, 1, millis * 16, sample);
    }

    /** Linear 16-bit samples, the same on every channel. */
    public static byte[] pcm(int rate, int channels, int moments, IntToDoubleFunction sample) {
        ByteBuffer data = ByteBuffer.allocate(moments * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int moment = 0; moment < moments; moment++) {
            short value = (short) Math.round(Math.max(-1, Math.min(1, sample.applyAsDouble(moment))) * FULL_SCALE);
            for (int channel = 0; channel < channels; channel++) {
                data.putShort(value);
            }
        }
        return file(1, channels, rate, 16, data.array());
    }

    /** A file with this header and these bytes of sound. */
    public static byte[] file(int format, int channels, int rate, int bits, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + data.length).order(ByteOrder.LITTLE_ENDIAN);
        int frameBytes = channels * bits / 8;
        file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + data.length).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) format).putShort((short) channels);
        file.putInt(rate).putInt(rate * frameBytes).putShort((short) frameBytes).putShort((short) bits);
        file.put(ascii("data")).putInt(data.length).put(data);
        return file.array();
    }

    /** The same file with a chunk of somebody's own before the samples, of odd length. */
    public static byte[] withExtraChunk(byte[] file) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(file, 0, 36);
        longer.writeBytes(ascii("LIST"));
        longer.writeBytes(new byte[] {3, 0, 0, 0, 'a', 'b', 'c', 0});
        longer.write(file, 36, file.length - 36);
        return longer.toByteArray();
    }

    /** The same file with the longer header ffmpeg writes for a channel that was split off. */
    public static byte[] extensible(byte[] file) {
        ByteBuffer longer = ByteBuffer.allocate(file.length + 24).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(file, 0, 36).putShort(16, (short) 40).putShort(20, (short) 0xFFFE);
        longer.putShort((short) 22).putShort((short) 16).putInt(1);
        longer.putShort((short) 1)
                .put(new byte[] {0, 0, 0, 0, 16, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        return longer.put(file, 36, file.length - 36).array();
    }

    /** The same file as a program writes it that does not know the length yet. */
    public static byte[] withoutLength(byte[] file) {
        byte[] copy = file.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1).putInt(40, -1);
        return copy;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
