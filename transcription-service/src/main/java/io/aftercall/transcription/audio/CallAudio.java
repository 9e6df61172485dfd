package io.aftercall.transcription.audio;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * All channels of one recording, open. Closing it leaves nothing of them on disk.
 *
 * @param channels in order
 */
public record CallAudio(List<ChannelAudio> channels) implements Closeable {

    @Override
    public void close() throws IOException {
        for (ChannelAudio channel : channels) {
            channel.close();
        }
    }
}
