package io.aftercall.recording;

import io.aftercall.embedded.ffmpeg.FfmpegBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The real ffmpeg behind a script that hangs, fails or is gone when told to. */
public final class MoodyFfmpeg {

    private static final String SCRIPT = """
            #!/bin/sh
            if [ "$1" = "-version" ]; then exec "%1$s" -version; fi
            case "$(cat "%2$s" 2>/dev/null)" in
              hang) echo hanging; sleep 600 ;;
              fail) echo "No space left on device" >&2; exit 1 ;;
              *) exec "%1$s" "$@" ;;
            esac
            """;

    private final Path script;
    private final Path mood;

    private MoodyFfmpeg(Path folder) {
        this.script = folder.resolve("moody-ffmpeg");
        this.mood = folder.resolve("mood");
    }

    /** Puts the script into the folder. */
    public static MoodyFfmpeg in(Path folder) throws IOException {
        MoodyFfmpeg ffmpeg = new MoodyFfmpeg(folder);
        Files.writeString(ffmpeg.script, SCRIPT.formatted(FfmpegBinary.locate(), ffmpeg.mood));
        ffmpeg.beThere();
        return ffmpeg;
    }

    /** The script that is there already. */
    public static MoodyFfmpeg at(String program) {
        return new MoodyFfmpeg(Path.of(program).getParent());
    }

    public String program() {
        return script.toString();
    }

    public void hang() throws IOException {
        Files.writeString(mood, "hang");
    }

    public void fail() throws IOException {
        Files.writeString(mood, "fail");
    }

    /** As if it were not installed. */
    public void beGone() throws IOException {
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-------"));
    }

    /** Works again. */
    public void behave() throws IOException {
        Files.deleteIfExists(mood);
        beThere();
    }

    private void beThere() throws IOException {
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
