package io.aftercall.transcription.vosk;

import io.aftercall.transcription.audio.SpeechAudio;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * The one model of this process, some 200 MB of native memory: loaded once, in the background of the start, shared by
 * all recognisers, and freed at the end. The service does not start without a model to load.
 */
@ApplicationScoped
class VoskModel {

    private static final Logger LOG = Logger.getLogger(VoskModel.class);

    private final Path folder;
    private Model model;
    private boolean closed;

    VoskModel(VoskConfig config) {
        folder = FindModel.folder(config.modelFolder());
    }

    void onStart(@Observes StartupEvent event) {
        Thread loader = new Thread(this::loadAhead, "load-speech-model");
        loader.setDaemon(true);
        loader.start();
    }

    /** The model's name, as its makers gave it. */
    String name() {
        return folder.getFileName().toString();
    }

    /** A new recogniser for 16 kHz speech; whoever asks closes it. */
    synchronized Recognizer recogniser() throws IOException {
        load();
        Recognizer recogniser = new Recognizer(model, SpeechAudio.SAMPLE_RATE);
        recogniser.setWords(true);
        return recogniser;
    }

    private synchronized void load() throws IOException {
        if (closed) {
            throw new IOException("The service is stopping.");
        }
        if (model == null) {
            long start = System.nanoTime();
            LibVosk.setLogLevel(LogLevel.WARNINGS);
            model = new Model(folder.toString());
            LOG.infof("The speech model %s is loaded (%d ms).", name(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private void loadAhead() {
        try {
            load();
        } catch (IOException | LinkageError failure) {
            LOG.errorf(failure, "The speech model cannot be loaded: calls are not transcribed until it can.");
        }
    }

    /** Recognisers that still run hold the native model themselves. */
    @PreDestroy
    synchronized void close() {
        closed = true;
        if (model != null) {
            model.close();
            model = null;
        }
    }
}
