package io.aftercall.recording.conversion;

import io.aftercall.recording.conversion.ConvertedAudio.Track;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegBuilder.Verbosity;
import net.bramp.ffmpeg.builder.FFmpegOutputBuilder;

/**
 * One ffmpeg process reads the original once and writes everything: a speech track per channel, the MP3 for playback,
 * and the silences of each channel. The same input gives the same bytes.
 */
@ApplicationScoped
class ConvertAudio {

    /** Playlists and the like could make ffmpeg read other files or fetch from the network: only these are opened. */
    static final String FORMATS = "wav,mp3";

    static final String PROTOCOLS = "file";

    private static final int STEREO_BITS_PER_SECOND = 48_000;
    private static final int MONO_BITS_PER_SECOND = 32_000;

    /** Quieter than -45 dB for 0.6 s is silence: below quiet speech on a telephone, above the line's own noise. */
    private static final String FIND_SILENCE = "silencedetect=noise=-45dB:d=0.6:mono=1";

    private final RunFfmpeg runFfmpeg;

    ConvertAudio(RunFfmpeg runFfmpeg) {
        this.runFfmpeg = runFfmpeg;
    }

    ConvertedAudio convert(Path original, AudioFormat format, Path folder)
            throws ConversionFailed, IOException, InterruptedException {
        boolean stereo = format.channels() == 2;
        int channels = stereo ? 2 : 1;
        Path playback = folder.resolve("playback.mp3");
        String printed = runFfmpeg.run(command(original, folder, playback, stereo));
        SilenceMap silences = SilenceMap.read(printed);
        List<Track> tracks = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            tracks.add(new Track(channel, trackIn(folder, channel), silences.of(channel)));
        }
        return new ConvertedAudio(format, durationOf(tracks.get(0)), playback, List.copyOf(tracks), null);
    }

    private static List<String> command(Path original, Path folder, Path playback, boolean stereo) {
        FFmpegBuilder ffmpeg = new FFmpegBuilder()
                .setVerbosity(Verbosity.INFO)
                .addExtraArgs("-hide_banner", "-nostdin", "-nostats")
                .addInput(original.toString())
                .addExtraArgs("-protocol_whitelist", PROTOCOLS, "-format_whitelist", FORMATS)
                .done();
        ffmpeg.addOutput(playback.toString())
                .setComplexFilter(stereo ? stereoFilter() : monoFilter())
                .setFormat("mp3")
                .setAudioCodec("libmp3lame")
                // A constant rate, so that a player can seek by arithmetic.
                .setAudioBitRate(stereo ? STEREO_BITS_PER_SECOND : MONO_BITS_PER_SECOND)
                .addExtraArgs("-map", "[playback]", "-map_metadata", "-1", "-bitexact");
        for (int channel = 0; channel < (stereo ? 2 : 1); channel++) {
            speechTrack(ffmpeg.addOutput(trackIn(folder, channel).toString()), channel);
        }
        return ffmpeg.build();
    }

    private static void speechTrack(FFmpegOutputBuilder output, int channel) {
        output.setFormat("wav")
                .setAudioCodec("pcm_s16le")
                .addExtraArgs("-map", "[channel" + channel + "]", "-map_metadata", "-1", "-bitexact");
    }

    /**
     * Resampled once for all outputs; silencedetect only watches what passes on to the speech tracks. These are panned,
     * not split off: a split channel keeps its place (left, right), and ffmpeg then writes a WAV header that many
     * readers do not know.
     */
    private static String stereoFilter() {
        return "[0:a:0]aresample=16000:osf=s16,aformat=channel_layouts=stereo,asplit=2[playback][speech];" + "[speech]"
                + FIND_SILENCE + ",asplit=2[left][right];"
                + "[left]pan=mono|c0=c0[channel0];[right]pan=mono|c0=c1[channel1]";
    }

    private static String monoFilter() {
        return "[0:a:0]aresample=16000:osf=s16,aformat=channel_layouts=mono,asplit=2[playback][speech];" + "[speech]"
                + FIND_SILENCE + "[channel0]";
    }

    private static Path trackIn(Path folder, int channel) {
        return folder.resolve("channel-" + channel + ".wav");
    }

    private static long durationOf(Track track) throws ConversionFailed, IOException {
        return WavHeader.read(track.file())
                .orElseThrow(() -> new ConversionFailed(ConversionFailed.FAILED, "It wrote no audio."))
                .durationMs();
    }
}
