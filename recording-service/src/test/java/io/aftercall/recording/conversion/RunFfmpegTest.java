package io.aftercall.recording.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that behave as no ffmpeg should. */
class RunFfmpegTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void programThatHangsIsKilledWithItsChildren() throws Exception {
        RunFfmpeg run = program("sleep 600", Duration.ofMillis(300));

        ConversionFailed failure = catchThrowableOfType(ConversionFailed.class, () -> run.run(List.of("-i", "x")));

        assertThat(failure.reason()).isEqualTo(ConversionFailed.TIMED_OUT);
        await().until(() -> children("sleep") == 0);
    }

    @Test
    void programThatHangsWhenAskedForItsVersionIsKilledToo() throws Exception {
        Path script = script("#!/bin/sh\nsleep 601");
        RunFfmpeg run = new RunFfmpeg(new Program(script.toString(), Duration.ofMillis(300)));

        ConversionFailed failure = catchThrowableOfType(ConversionFailed.class, () -> run.run(List.of("-i", "x")));

        assertThat(failure.reason()).isEqualTo(ConversionFailed.TIMED_OUT);
        await().until(() -> children("sleep") == 0);
    }

    @Test
    void workerThatIsInterruptedTakesItsProgramWithIt() throws Exception {
        RunFfmpeg run = program("sleep 602", Duration.ofMinutes(1));
        Future<String> worker = workers.submit(() -> run.run(List.of("-i", "x")));
        await().until(() -> children("sleep") > 0);

        worker.cancel(true);

        await().until(() -> children("sleep") == 0);
    }

    @Test
    void programThatTalksWithoutEndDoesNotFillTheMemory() throws Exception {
        RunFfmpeg run = program("yes 'a line that is of no use to anybody' | head -c 50000000", Duration.ofMinutes(1));

        assertThat(run.run(List.of("-i", "x")).length()).isLessThan(5_000_000);
    }

    @Test
    void whatTheProgramSaidIsKeptWhenItFails() throws Exception {
        RunFfmpeg run = program("echo 'Invalid data found' >&2; exit 1", Duration.ofSeconds(10));

        ConversionFailed failure = catchThrowableOfType(ConversionFailed.class, () -> run.run(List.of("-i", "x")));

        assertThat(failure.reason()).isEqualTo(ConversionFailed.FAILED);
        assertThat(failure.getMessage()).contains("Invalid data found");
    }

    @Test
    void noMoreRunAtOnceThanThereAreCores() throws Exception {
        Path running = Files.createDirectory(folder.resolve("running"));
        Path most = folder.resolve("most");
        RunFfmpeg run = program(
                "touch %1$s/$$; ls %1$s | wc -l >> %2$s; sleep 0.2; rm %1$s/$$".formatted(running, most),
                Duration.ofMinutes(1));
        List<Future<String>> runs = IntStream.range(0, CORES * 3)
                .mapToObj(number -> workers.submit(() -> run.run(List.of("-i", "x"))))
                .toList();

        for (Future<String> each : runs) {
            each.get();
        }

        assertThat(Files.readAllLines(most))
                .hasSize(CORES * 3)
                .allSatisfy(count -> assertThat(Integer.parseInt(count.strip())).isLessThanOrEqualTo(CORES));
    }

    private RunFfmpeg program(String body, Duration limit) throws IOException {
        String version = "if [ \"$1\" = -version ]; then echo ffmpeg version 0; exit 0; fi\n";
        return new RunFfmpeg(new Program(script("#!/bin/sh\n" + version + body).toString(), limit));
    }

    private Path script(String content) throws IOException {
        Path script = Files.writeString(folder.resolve("program"), content);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static long children(String command) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith(command))
                .count();
    }

    private record Program(String ffmpeg, Duration conversionTimeLimit) implements ConversionConfig {}
}
