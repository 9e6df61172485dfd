package io.aftercall.embedded.twilio;

import io.aftercall.embedded.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes the MP3 that Twilio offers beside each WAV (32 kbit/s). */
final class Mp3Encoder {

    private static final int LIMIT_SECONDS = 60;

    private final Supplier<Path> ffmpeg;

    Mp3Encoder(Supplier<Path> ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    byte[] encode(WavAudio audio) {
        Path folder = Folders.temporary("mp3");
        try {
            Path wav = Files.write(folder.resolve("in.wav"), audio.bytes());
            Path mp3 = folder.resolve("out.mp3");
            Path log = folder.resolve("log");
            Process process = new ProcessBuilder(
                            ffmpeg.get().toString(), "-nostdin", "-i", wav.toString(), "-b:a", "32k", mp3.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("ffmpeg took more than " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("ffmpeg failed: " + Folders.tail(log, 5));
            }
            return Files.readAllBytes(mp3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while encoding", e);
        } finally {
            Folders.delete(folder);
        }
    }
}
