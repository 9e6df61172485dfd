package io.aftercall.embedded.twilio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A WAV file as Twilio stores recordings: 16-bit PCM, one channel or two. */
public final class WavAudio {

    private static final int HEADER = 44;
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    private final byte[] file;
    private final int channels;
    private final int sampleRate;
    private final int dataStart;
    private final int dataLength;

    private WavAudio(byte[] file, int channels, int sampleRate, int dataStart, int dataLength) {
        this.file = file;
        this.channels = channels;
        this.sampleRate = sampleRate;
        this.dataStart = dataStart;
        this.dataLength = dataLength;
    }

    /**
     * Reads a whole file.
     *
     * @param name named in errors
     * @throws NotAWavFile if it is anything else than 16-bit PCM with one channel or two
     */
    public static WavAudio parse(String name, byte[] file) {
        if (file.length < HEADER
                || !tag(file, 0).equals("RIFF")
                || !tag(file, 8).equals("WAVE")) {
            throw new NotAWavFile(name + " is not a WAV file (no RIFF/WAVE header)");
        }
        ByteBuffer content = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int format = chunk(content, "fmt ", name);
        int data = chunk(content, "data", name);
        int channels = content.getShort(format + 2);
        requireTelephony(name, content, format, channels);
        // Writers that stream leave the length open; what is there counts.
        long declared = Integer.toUnsignedLong(content.getInt(data - 4));
        int frame = channels * 2;
        int length = (int) Math.min(declared, file.length - data) / frame * frame;
        if (length == 0) {
            throw new NotAWavFile(name + " holds no audio");
        }
        return new WavAudio(file, channels, content.getInt(format + 4), data, length);
    }

    /** The file's bytes as they were given. */
    public byte[] bytes() {
        return file.clone();
    }

    public int channels() {
        return channels;
    }

    public Duration duration() {
        return Duration.ofMillis(dataLength / (2L * channels) * 1000 / sampleRate);
    }

    /** Both channels mixed into one, each at half its volume; itself if it has only one. */
    public WavAudio mono() {
        if (channels == 1) {
            return this;
        }
        ByteBuffer source = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer mixed = ByteBuffer.allocate(HEADER + dataLength / 2).order(ByteOrder.LITTLE_ENDIAN);
        writeHeader(mixed, dataLength / 2);
        for (int at = dataStart; at < dataStart + dataLength; at += 4) {
            mixed.putShort((short) ((source.getShort(at) + source.getShort(at + 2)) / 2));
        }
        return new WavAudio(mixed.array(), 1, sampleRate, HEADER, dataLength / 2);
    }

    private void writeHeader(ByteBuffer out, int length) {
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) PCM).putShort((short) 1).putInt(sampleRate).putInt(sampleRate * 2);
        out.putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    }

    private static void requireTelephony(String name, ByteBuffer content, int format, int channels) {
        int encoding = Short.toUnsignedInt(content.getShort(format));
        int bits = content.getShort(format + 14);
        if ((encoding != PCM && encoding != EXTENSIBLE) || bits != 16 || content.getInt(format + 4) <= 0) {
            throw new NotAWavFile(
                    "%s is a WAV file of another kind (format %d, %d bits); make it 16-bit PCM: ffmpeg -i %s -c:a pcm_s16le out.wav"
                            .formatted(name, encoding, bits, name));
        }
        if (channels != 1 && channels != 2) {
            throw new NotAWavFile("%s has %d channels; a call has one or two".formatted(name, channels));
        }
    }

    /** Where the content of the first chunk of this kind begins. */
    private static int chunk(ByteBuffer content, String wanted, String name) {
        long at = 12;
        while (at + 8 <= content.capacity()) {
            long length = Integer.toUnsignedLong(content.getInt((int) at + 4));
            boolean complete = wanted.equals("data") || at + 8 + 16 <= content.capacity();
            if (tag(content.array(), (int) at).equals(wanted) && complete) {
                return (int) at + 8;
            }
            at += 8 + length + (length & 1);
        }
        throw new NotAWavFile(name + " is not a complete WAV file (no \"" + wanted.trim() + "\" part)");
    }

    private static String tag(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }
}
