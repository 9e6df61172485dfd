package io.aftercall.transcription.audio;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * What there is to hear on one channel.
 *
 * @param channel the recording's channel, from 0
 * @param audio its sound
 * @param regions where there may be speech, in order; the rest is silence
 */
public record ChannelAudio(int channel, SpeechAudio audio, List<Region> regions) implements Closeable {

    @Override
    public void close() throws IOException {
        audio.close();
    }
}
