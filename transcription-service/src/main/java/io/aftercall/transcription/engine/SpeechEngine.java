package io.aftercall.transcription.engine;

import io.aftercall.transcription.audio.Region;
import io.aftercall.transcription.audio.SpeechAudio;
import java.io.IOException;
import java.util.List;

/** Turns the sound of one channel into words. Safe to ask from several threads at once. */
public interface SpeechEngine {

    /** Its name in outcomes and metrics. */
    String name();

    /**
     * Whether it can listen to a language.
     *
     * @param language BCP 47
     */
    boolean knows(String language);

    /**
     * Listens to the regions and to nothing else; without any, it hears nothing and is not started.
     *
     * @param language BCP 47, one that it knows
     * @return phrases in order, their times those of the recording
     * @throws InterruptedException if the thread is interrupted, soon after
     */
    Heard listen(SpeechAudio audio, List<Region> regions, String language) throws IOException, InterruptedException;
}
