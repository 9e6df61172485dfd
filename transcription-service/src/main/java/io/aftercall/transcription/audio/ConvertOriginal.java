package io.aftercall.transcription.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
            try (AudioInputStream converted = AudioSystem.getAudioInputStream(target, sound)) {
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
        int bits = SpeechAudio.BYTES_PER_SAMPLE * 8;
        int frameBytes = SpeechAudio.BYTES_PER_SAMPLE * source.getChannels();
        float rate = SpeechAudio.SAMPLE_RATE;
        return new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED, rate, bits, source.getChannels(), frameBytes, rate, false, RESAMPLER);
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
        List<OutputStream> outputs =
                files.stream().map(Channels::newOutputStream).toList();
        int channels = files.size();
        byte[] moments = new byte[MOMENTS_AT_ONCE * channels * SpeechAudio.BYTES_PER_SAMPLE];
        byte[] samples = new byte[MOMENTS_AT_ONCE * SpeechAudio.BYTES_PER_SAMPLE];
        int read = sound.readNBytes(moments, 0, moments.length);
        while (read > 0) {
            int whole = read / channels / SpeechAudio.BYTES_PER_SAMPLE;
            for (int channel = 0; channel < channels; channel++) {
                for (int moment = 0; moment < whole; moment++) {
                    int from = (moment * channels + channel) * SpeechAudio.BYTES_PER_SAMPLE;
                    int to = moment * SpeechAudio.BYTES_PER_SAMPLE;
                    samples[to] = moments[from];
                    samples[to + 1] = moments[from + 1];
                }
                outputs.get(channel).write(samples, 0, whole * SpeechAudio.BYTES_PER_SAMPLE);
            }
            read = sound.readNBytes(moments, 0, moments.length);
        }
    }
}
