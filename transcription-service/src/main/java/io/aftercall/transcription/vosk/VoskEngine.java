package io.aftercall.transcription.vosk;

import io.aftercall.chassis.work.StageFailure;
import io.aftercall.transcription.audio.Region;
import io.aftercall.transcription.audio.SpeechAudio;
import io.aftercall.transcription.engine.Heard;
import io.aftercall.transcription.engine.SpeechEngine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.vosk.Recognizer;

/** Listens with Vosk: one recogniser per channel, so that it grows used to the voice, ended at each region's end. */
@ApplicationScoped
class VoskEngine implements SpeechEngine {

    private final VoskModel model;
    private final VoskConfig config;

    VoskEngine(VoskModel model, VoskConfig config) {
        this.model = model;
        this.config = config;
    }

    @Override
    public String name() {
        return "vosk";
    }

    @Override
    public boolean knows(String language) {
        return primary(language).equals(primary(config.language()));
    }

    @Override
    public Heard listen(SpeechAudio audio, List<Region> regions, String language)
            throws IOException, InterruptedException {
        List<Word> words = regions.isEmpty() ? List.of() : hear(audio, regions);
        List<List<Word>> phrases = SiftNoise.phrases(words);
        int dropped = words.size() - phrases.stream().mapToInt(List::size).sum();
        return new Heard(
                language, model.name(), phrases.stream().map(WritePhrase::of).toList(), dropped, null);
    }

    private List<Word> hear(SpeechAudio audio, List<Region> regions) throws IOException, InterruptedException {
        try (Recognizer recogniser = recogniser()) {
            HearRegions hearRegions = new HearRegions(recogniser, audio);
            for (Region region : regions) {
                hearRegions.hear(region);
            }
            return hearRegions.words();
        }
    }

    private Recognizer recogniser() {
        try {
            return model.recogniser();
        } catch (IOException | LinkageError unusable) {
            throw StageFailure.passing("engine_failed", "Vosk cannot load " + model.name() + " on " + platform() + ".")
                    .causedBy(unusable);
        }
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }
}
