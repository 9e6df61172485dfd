package io.aftercall.recording.conversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells audio from anything else: a WAV by its own header, anything else by what ffmpeg says of it. */
@ApplicationScoped
class InspectAudio {

    private static final Pattern CONTAINER = Pattern.compile("(?m)^Input #0, (wav|mp3),");
    private static final Pattern DURATION = Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d)");
    private static final Pattern STREAM =
            Pattern.compile("Stream #0:\\d+[^\\n]*: Audio: [^\\n]*? \\d+ Hz, (mono|stereo|(\\d+) channels)");
    private static final int CENTIS_TO_MILLIS = 10;

    private final RunFfmpeg runFfmpeg;

    InspectAudio(RunFfmpeg runFfmpeg) {
        this.runFfmpeg = runFfmpeg;
    }

    /** What the file holds; empty when it is no audio, or none that can be recognised here. */
    Optional<AudioFormat> inspect(Path file) throws IOException, InterruptedException {
        Optional<WavHeader> wav = WavHeader.read(file);
        if (wav.isPresent()) {
            return wav.map(header -> new AudioFormat("wav", header.channels(), header.durationMs()));
        }
        return read(probe(file));
    }

    /** ffmpeg asked for no output describes its input and then complains, so its failure is the normal case. */
    private String probe(Path file) throws InterruptedException {
        try {
            return runFfmpeg.run(List.of(
                    "-hide_banner",
                    "-nostdin",
                    "-protocol_whitelist",
                    ConvertAudio.PROTOCOLS,
                    "-format_whitelist",
                    ConvertAudio.FORMATS,
                    "-i",
                    file.toString()));
        } catch (ConversionFailed described) {
            return described.getMessage();
        }
    }

    private static Optional<AudioFormat> read(String description) {
        Matcher container = CONTAINER.matcher(description);
        Matcher duration = DURATION.matcher(description);
        Matcher stream = STREAM.matcher(description);
        if (!container.find() || !duration.find() || !stream.find()) {
            return Optional.empty();
        }
        return Optional.of(new AudioFormat(container.group(1), channelsIn(stream), millisIn(duration)));
    }

    private static int channelsIn(Matcher stream) {
        return switch (stream.group(1)) {
            case "mono" -> 1;
            case "stereo" -> 2;
            default -> Integer.parseInt(stream.group(2));
        };
    }

    private static long millisIn(Matcher duration) {
        return Duration.ofHours(Long.parseLong(duration.group(1)))
                .plusMinutes(Long.parseLong(duration.group(2)))
                .plusSeconds(Long.parseLong(duration.group(3)))
                .plusMillis(Long.parseLong(duration.group(4)) * CENTIS_TO_MILLIS)
                .toMillis();
    }
}
