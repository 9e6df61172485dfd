package io.aftercall.transcription.vosk;

import io.aftercall.transcription.audio.Region;
import io.aftercall.transcription.audio.SpeechAudio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Recognizer;

/** Feeds regions of one channel to one recogniser and gathers the words, their times those of the recording. */
final class HearRegions {

    /** A quarter of a second: what an interruption waits for at most. */
    private static final int BYTES_AT_ONCE = 8_000;

    private static final double MILLIS = 1000;

    private final Recognizer recogniser;
    private final SpeechAudio audio;
    private final NoiseFloor noiseFloor = new NoiseFloor();
    private final List<Word> words = new ArrayList<>();
    /** The recogniser's clock counts only what it was fed. */
    private long fedMs;

    HearRegions(Recognizer recogniser, SpeechAudio audio) {
        this.recogniser = recogniser;
        this.audio = audio;
    }

    void hear(Region region) throws IOException, InterruptedException {
        byte[] buffer = new byte[BYTES_AT_ONCE];
        long done = 0;
        int read = audio.read(region, done, buffer);
        while (read > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while listening.");
            }
            noiseFloor.addTo(buffer, read);
            if (recogniser.acceptWaveForm(buffer, read)) {
                add(region, recogniser.getResult());
            }
            done += read;
            read = audio.read(region, done, buffer);
        }
        add(region, recogniser.getFinalResult());
        fedMs += region.lengthMs();
    }

    List<Word> words() {
        return List.copyOf(words);
    }

    private void add(Region region, String result) {
        for (VoskResult.VoskWord word : VoskResult.parse(result).result()) {
            long startMs = inRecording(region, word.start());
            long endMs = Math.max(startMs, inRecording(region, word.end()));
            words.add(new Word(word.word(), startMs, endMs, word.conf()));
        }
    }

    private long inRecording(Region region, double seconds) {
        long at = region.startMs() + Math.round(seconds * MILLIS) - fedMs;
        return Math.max(region.startMs(), Math.min(region.endMs(), at));
    }
}
