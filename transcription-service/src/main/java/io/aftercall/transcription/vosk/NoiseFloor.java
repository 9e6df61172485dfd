package io.aftercall.transcription.vosk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Lays a faint hiss under the sound, the same every time. Telephone audio has nothing at all above 4 kHz and often
 * between words, which no sound the model was trained on had: with a floor it hears a third of the wrong words right.
 * The library's own dither is meant for that, but differs from run to run, and so would the text of a call heard twice.
 */
final class NoiseFloor {

    /** Of 32767: about 78 dB below the loudest sound, 40 below speech. */
    private static final double LEVEL = 4;

    private static final long SEED = 16_000;

    private final Random hiss = new Random(SEED);

    /** Adds it to little-endian 16-bit samples, in place. */
    void addTo(byte[] bytes, int count) {
        ByteBuffer samples = ByteBuffer.wrap(bytes, 0, count).order(ByteOrder.LITTLE_ENDIAN);
        while (samples.remaining() >= Short.BYTES) {
            int at = samples.position();
            long sample = samples.getShort() + Math.round(LEVEL * hiss.nextGaussian());
            samples.putShort(at, (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample)));
        }
    }
}
