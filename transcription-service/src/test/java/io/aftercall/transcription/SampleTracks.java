package io.aftercall.transcription;

import io.aftercall.embedded.ffmpeg.FfmpegBinary;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.events.SpeechTrack.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A sample call's channels as speech tracks: 16 kHz mono WAV with their silences, made by a real ffmpeg.
 *
 * @param call the sample
 * @param tracks one per channel
 */
public record SampleTracks(SampleCall call, List<Track> tracks) {

    private static final Map<String, SampleTracks> MADE = new ConcurrentHashMap<>();
    private static final Pattern SILENCE = Pattern.compile("channel: (\\d) \\| silence_(start|end): (-?[\\d.e-]+)");

    /** One channel. */
    public record Track(int channel, byte[] wav, List<Span> silences) {

        /** The sound without the header. */
        public byte[] samples() {
            String latin = new String(wav, 0, 200, StandardCharsets.ISO_8859_1);
            return Arrays.copyOfRange(wav, latin.indexOf("data") + 8, wav.length);
        }
    }

    /** The tracks of one of the samples. */
    public static SampleTracks of(String name) {
        return MADE.computeIfAbsent(name, SampleTracks::make);
    }

    /** What is spoken on this channel, in order. */
    public String spokenOn(int channel) {
        return call.turns().stream()
                .filter(turn -> turn.channel() == channel)
                .map(SampleCall.Turn::text)
                .reduce("", (before, after) -> before + " " + after);
    }

    private static SampleTracks make(String name) {
        try {
            Path folder = Files.createTempDirectory("sample-tracks-");
            SampleCall call = SampleCall.named(name);
            int channels = call.audio().channels();
            Path original =
                    Files.write(folder.resolve("original.wav"), call.audio().bytes());
            Map<Integer, List<Span>> silences = silences(run(command(original, folder, channels)));
            List<Track> tracks = new ArrayList<>();
            for (int channel = 0; channel < channels; channel++) {
                Path wav = folder.resolve(channel + ".wav");
                tracks.add(new Track(channel, Files.readAllBytes(wav), silences.getOrDefault(channel, List.of())));
                Files.delete(wav);
            }
            Files.delete(original);
            Files.delete(folder);
            return new SampleTracks(call, tracks);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(Path original, Path folder, int channels) {
        String layout = channels == 2 ? "stereo" : "mono";
        String outputs = IntStream.range(0, channels)
                .mapToObj(channel -> "[" + channel + "]")
                .reduce("", String::concat);
        List<String> command = new ArrayList<>(List.of(FfmpegBinary.locate().toString(), "-nostdin", "-y", "-i"));
        command.add(original.toString());
        command.add("-filter_complex");
        command.add("aresample=16000,silencedetect=noise=-45dB:d=0.6:mono=1,channelsplit=channel_layout=" + layout
                + outputs);
        for (int channel = 0; channel < channels; channel++) {
            command.addAll(List.of("-map", "[" + channel + "]", "-c:a", "pcm_s16le"));
            command.add(folder.resolve(channel + ".wav").toString());
        }
        return command;
    }

    private static String run(List<String> command) throws IOException {
        Process ffmpeg = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(ffmpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<Integer, List<Span>> silences(String printed) {
        Map<Integer, List<Span>> silences = new HashMap<>();
        Map<Integer, Long> starts = new HashMap<>();
        Matcher line = SILENCE.matcher(printed);
        while (line.find()) {
            int channel = Integer.parseInt(line.group(1));
            long at = Math.max(0, Math.round(Double.parseDouble(line.group(3)) * 1000));
            if ("start".equals(line.group(2))) {
                starts.put(channel, at);
            } else {
                silences.computeIfAbsent(channel, none -> new ArrayList<>()).add(new Span(starts.remove(channel), at));
            }
        }
        return silences;
    }
}
