package io.aftercall.recording.conversion;

import io.aftercall.events.SpeechTrack.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The silences ffmpeg's {@code silencedetect} printed, per channel. */
final class SilenceMap {

    private static final Pattern LINE =
            Pattern.compile("channel: (\\d+) \\| silence_(start|end): (-?\\d+(?:\\.\\d+)?(?:e[-+]?\\d+)?)");
    private static final int MILLIS = 1000;

    private final Map<Integer, List<Span>> silences = new HashMap<>();

    private SilenceMap() {}

    /** Reads what ffmpeg printed. A silence whose end it did not print is left out: better to listen once too often. */
    static SilenceMap read(String output) {
        SilenceMap map = new SilenceMap();
        Map<Integer, Long> open = new HashMap<>();
        Matcher line = LINE.matcher(output);
        while (line.find()) {
            int channel = Integer.parseInt(line.group(1));
            // It may begin a little before zero, counting from the middle of a window.
            long at = Math.max(0, Math.round(Double.parseDouble(line.group(3)) * MILLIS));
            if ("start".equals(line.group(2))) {
                open.put(channel, at);
            } else if (open.containsKey(channel)) {
                map.add(channel, new Span(open.remove(channel), at));
            }
        }
        return map;
    }

    /** The channel's silences in order. */
    List<Span> of(int channel) {
        return List.copyOf(silences.getOrDefault(channel, List.of()));
    }

    private void add(int channel, Span silence) {
        silences.computeIfAbsent(channel, none -> new ArrayList<>()).add(silence);
    }
}
