package io.aftercall.embedded.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegBinaryTest {

    @TempDir
    Path folder;

    @Test
    void theStaticOneRuns() throws Exception {
        Path ffmpeg = FfmpegBinary.unpack(folder.resolve("bin"));

        Process process = new ProcessBuilder(ffmpeg.toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("out")).content().startsWith("ffmpeg version");
        assertThat(ffmpeg.getParent()).isDirectoryContaining(file -> file.equals(ffmpeg));
        try (var files = Files.list(ffmpeg.getParent())) {
            assertThat(files).containsExactly(ffmpeg);
        }
    }

    @Test
    void unpackingAgainKeepsWhatIsThere() throws Exception {
        Path first = FfmpegBinary.unpack(folder);
        var written = Files.getLastModifiedTime(first);

        Path second = FfmpegBinary.unpack(folder);

        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(second)).isEqualTo(written);
    }

    @Test
    void theMachinesOwnComesFirst() throws Exception {
        Path own = Files.createFile(
                Files.createDirectories(folder.resolve("usr/bin")).resolve("ffmpeg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path notExecutable = Files.createDirectories(folder.resolve("home"));
        Files.createFile(notExecutable.resolve("ffmpeg"));

        assertThat(FfmpegBinary.onPath(notExecutable + ":" + own.getParent())).contains(own);
        assertThat(FfmpegBinary.onPath(folder.toString())).isEmpty();
        assertThat(FfmpegBinary.onPath(null)).isEmpty();
    }
}
