package io.aftercall.transcription.audio;

import io.aftercall.events.SpeechTrack.Span;
import java.util.ArrayList;
import java.util.List;

/** Turns a silence map into the regions left to listen to; no word at the edge of a silence is lost. */
public final class FindSpeech {

    /**
     * Kept of the silence on both sides of speech: a word starts and ends softer than any threshold that finds
     * silence, and an engine hears the first and last word better with some quiet around them.
     */
    static final long PADDING_MS = 300;

    private FindSpeech() {}

    /**
     * The regions between the silences, widened and in order, never overlapping.
     *
     * @param silences in order; parts beyond the recording are ignored
     * @param durationMs the recording's length
     */
    public static List<Region> outside(List<Span> silences, long durationMs) {
        List<Region> regions = new ArrayList<>();
        long heardUntil = 0;
        for (Span silence : silences) {
            add(regions, heardUntil, Math.min(silence.startMs(), durationMs), durationMs);
            heardUntil = Math.max(heardUntil, silence.endMs());
        }
        add(regions, heardUntil, durationMs, durationMs);
        return List.copyOf(regions);
    }

    private static void add(List<Region> regions, long startMs, long endMs, long durationMs) {
        if (endMs <= startMs) {
            return;
        }
        long from = Math.max(0, startMs - PADDING_MS);
        long to = Math.min(durationMs, endMs + PADDING_MS);
        int last = regions.size() - 1;
        if (last >= 0 && regions.get(last).endMs() >= from) {
            regions.set(last, new Region(regions.get(last).startMs(), to));
        } else {
            regions.add(new Region(from, to));
        }
    }
}
