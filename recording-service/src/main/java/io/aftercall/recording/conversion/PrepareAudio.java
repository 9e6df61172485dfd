package io.aftercall.recording.conversion;

import io.aftercall.chassis.work.StageFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** Makes a downloaded recording usable: converted where possible, as it is where not, refused if it is no audio. */
@ApplicationScoped
public class PrepareAudio {

    private static final Logger LOG = Logger.getLogger(PrepareAudio.class);
    private static final int LOGGED_CHARS = 400;

    private final InspectAudio inspectAudio;
    private final ConvertAudio convertAudio;

    PrepareAudio(InspectAudio inspectAudio, ConvertAudio convertAudio) {
        this.inspectAudio = inspectAudio;
        this.convertAudio = convertAudio;
    }

    /**
     * Converts {@code original} into files beside it in {@code folder}.
     *
     * @throws StageFailure permanent, {@code not_audio}
     */
    public ConvertedAudio prepare(Path original, Path folder) throws IOException, InterruptedException {
        AudioFormat format = inspectAudio
                .inspect(original)
                .orElseThrow(() -> StageFailure.permanent("not_audio", "What Twilio served is not audio."));
        try {
            return convertAudio.convert(original, format, folder);
        } catch (ConversionFailed failed) {
            LOG.warnf(
                    "ffmpeg did not convert (%s); the original goes on. It said: %s", failed.reason(), lastOf(failed));
            return ConvertedAudio.originalOnly(format, failed.reason());
        }
    }

    private static String lastOf(ConversionFailed failed) {
        String said = failed.getMessage().strip();
        return said.substring(Math.max(0, said.length() - LOGGED_CHARS)).replace('\n', ' ');
    }
}
