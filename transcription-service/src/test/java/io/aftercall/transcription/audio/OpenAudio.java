package io.aftercall.transcription.audio;

import io.aftercall.events.SpeechTrack.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Opens audio of a test without a service to fetch it from. */
public final class OpenAudio {

    private OpenAudio() {}

    /** A speech track. */
    public static ChannelAudio track(byte[] wav, List<Span> silences, Path folder) throws IOException {
        SpeechAudio audio = SpeechAudio.ofWav(file(wav, folder));
        return new ChannelAudio(0, audio, FindSpeech.outside(silences, audio.durationMs()));
    }

    /** An original that nobody converted. */
    public static List<SpeechAudio> original(byte[] bytes, Path folder) throws IOException {
        try (FileChannel file = file(bytes, folder)) {
            return ConvertOriginal.convert(file, folder);
        }
    }

    private static FileChannel file(byte[] bytes, Path folder) throws IOException {
        FileChannel file = ScratchFile.open(folder);
        file.write(ByteBuffer.wrap(bytes));
        return file;
    }
}
