package io.aftercall.transcription.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Makes speech audio out of an original that recording-service could not convert, with what the JDK itself can read:
 * WAV with linear, µ-law or A-law samples, as Twilio sends it.
 */
final class ConvertOriginal {

    private static final float LOWEST_RATE = 4_000;
    private static final float HIGHEST_RATE = 192_000;
    private static final int MOST_CHANNELS = 2;
    private static final int MOMENTS_AT_ONCE = 8_192;
    /** The JDK's best resampler: the default one leaves telephone speech with audible mirror tones. */
    private static final Map<String, Object> RESAMPLER = Map.of("interpolation", "sinc");

    private ConvertOriginal() {}

    /**
     * One audio per channel, in order.
     *
     * @param folder where they are kept while they are open
     * @throws UnusableAudio if the JDK cannot read the original
     */
    static List<SpeechAudio> convert(FileChannel original, Path folder) throws IOException {
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(original.position(0)));
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(bytes)) {
            AudioFormat target = target(sound.getFormat());
            // In two steps: the JDK decodes samples or resamples them, not both at once.
            AudioInputStream linear = AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound);
            try (AudioInputStream converted = AudioSystem.getAudioInputStream(target, linear)) {
                return split(converted, target.getChannels(), folder);
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException unreadable) {
            throw new UnusableAudio("The original is not a WAV file that can be converted here.", unreadable);
        }
    }

    private static AudioFormat target(AudioFormat source) {
        // Not above any real recording, so that a lying header cannot blow the audio up.
        boolean plausible = source.getChannels() >= 1
                && source.getChannels() <= MOST_CHANNELS
                && source.getSampleRate() >= LOWEST_RATE
                && source.getSampleRate() <= HIGHEST_RATE;
        if (!plausible) {
            throw new UnusableAudio("The original has %d channels at %.0f Hz, which no call has."
                    .formatted(source.getChannels(), source.getSampleRate()));
        }
        // Floats, to be clipped here: where the resampler overshoots, the JDK's own whole numbers wrap around.
        int channels = source.getChannels();
        float rate = SpeechAudio.SAMPLE_RATE;
        return new AudioFormat(
                AudioFormat.Encoding.PCM_FLOAT,
                rate,
                Float.SIZE,
                channels,
                Float.BYTES * channels,
                rate,
                false,
                RESAMPLER);
    }

    private static List<SpeechAudio> split(InputStream sound, int channels, Path folder) throws IOException {
        List<FileChannel> files = new ArrayList<>();
        try {
            for (int channel = 0; channel < channels; channel++) {
                files.add(ScratchFile.open(folder));
            }
            deal(sound, files);
            List<SpeechAudio> audio = new ArrayList<>();
            for (FileChannel file : files) {
                audio.add(SpeechAudio.ofSamples(file));
            }
            return List.copyOf(audio);
        } catch (IOException | RuntimeException failure) {
            for (FileChannel file : files) {
                file.close();
            }
            throw failure;
        }
    }

    /** Deals the samples out, one to each file in turn. */
    private static void deal(InputStream sound, List<FileChannel> files) throws IOException {
        int channels = files.size();
        byte[] bytes = new byte[MOMENTS_AT_ONCE * channels * Float.BYTES];
        ByteBuffer samples = ByteBuffer.allocate(MOMENTS_AT_ONCE * SpeechAudio.BYTES_PER_SAMPLE)
                .order(ByteOrder.LITTLE_ENDIAN);
        int read = sound.readNBytes(bytes, 0, bytes.length);
        while (read > 0) {
            FloatBuffer dealt =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            int moments = read / channels / Float.BYTES;
            for (int channel = 0; channel < channels; channel++) {
                samples.clear();
                for (int moment = 0; moment < moments; moment++) {
                    samples.putShort(clipped(dealt.get(moment * channels + channel)));
                }
                writeAll(files.get(channel), samples.flip());
            }
            read = sound.readNBytes(bytes, 0, bytes.length);
        }
    }

    private static short clipped(float sample) {
        return (short) Math.round(Math.max(-1, Math.min(1, sample)) * Short.MAX_VALUE);
    }

    private static void writeAll(FileChannel file, ByteBuffer samples) throws IOException {
        while (samples.hasRemaining()) {
            file.write(samples);
        }
    }
}
