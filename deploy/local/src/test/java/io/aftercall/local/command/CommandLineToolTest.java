package io.aftercall.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineToolTest {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUNDERSTOOD = 2;

    @TempDir
    Path checkout;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutACommandTheOverviewIsShown() {
        assertThat(run()).isEqualTo(MISUNDERSTOOD);
        assertThat(text(out)).contains("demo [--once]", "down", "replay-dlq TOPIC");
    }

    @Test
    void everyCommandOfTheOverviewExplainsItself() {
        CommandLineTool.overview()
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split("[ \\[]")[0])
                .filter(command -> !command.equals("test") && !command.equals("help"))
                .forEach(command -> {
                    assertThat(run(command, "--help")).as(command).isEqualTo(DONE);
                    assertThat(text(out)).contains("Usage: aftercall " + command);
                });
    }

    @Test
    void anUnknownCommandIsSaid() {
        assertThat(run("dmeo")).isEqualTo(MISUNDERSTOOD);
        assertThat(text(err)).contains("'dmeo'", "./aftercall help");
    }

    @Test
    void aCallWithoutAFileIsSaid() {
        assertThat(run("call")).isEqualTo(MISUNDERSTOOD);
        assertThat(text(err)).contains("FILE.wav", "./aftercall help call");
    }

    @Test
    void aCallInNoDirectionIsSaid() {
        assertThat(run("call", "a.wav", "--direction", "up")).isEqualTo(MISUNDERSTOOD);
        assertThat(text(err)).contains("inbound or outbound, not up");
    }

    @Test
    void aCallFromNoNumberIsSaid() {
        assertThat(run("call", "a.wav", "--from", "0044 1")).isEqualTo(MISUNDERSTOOD);
        assertThat(text(err)).contains("--from", "+12065550123", "0044 1");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(run("call", "a.wav")).isEqualTo(FAILED);
        assertThat(text(err)).contains("There is no file a.wav");
    }

    @Test
    void aFileThatIsNoAudioIsSaid() throws IOException {
        Path file = Files.writeString(checkout.resolve("a.wav"), "ID3 not a wave file, rather a song. ".repeat(4));

        assertThat(run("call", file.toString())).isEqualTo(FAILED);
        assertThat(text(err)).contains("is not a WAV file", "ffmpeg -i");
    }

    @Test
    void logsOfNobodyAreSaidWithTheRightNames() {
        assertThat(run("logs", "gateway")).isEqualTo(FAILED);
        assertThat(text(err)).contains("There is no 'gateway'", "call-gateway");
    }

    @Test
    void whatNeedsARunningStackSaysHowToStartIt() {
        assertThat(run("replay-dlq", "call-ended.recording-service.dlq")).isEqualTo(FAILED);
        assertThat(text(err)).contains("Nothing was started here yet", "./aftercall up");
    }

    @Test
    void statusOfNothingIsNotReady() {
        assertThat(run("status")).isEqualTo(FAILED);
        assertThat(text(out)).contains("postgres", "down");
    }

    @Test
    void stoppingNothingIsNoError() {
        assertThat(run("down")).isEqualTo(DONE);
        assertThat(text(out)).contains("Nothing was running.");
    }

    @Test
    void theDemoRefusesARealTwilioAccount() {
        Map<String, String> real = Map.of(
                "AFTERCALL_PUBLIC_URL", "https://calls.example.com",
                "TWILIO_ACCOUNT_SID", "AC0",
                "TWILIO_AUTH_TOKEN", "t");

        assertThat(run(real, "demo")).isEqualTo(FAILED);
        assertThat(text(err)).contains("a real Twilio account is set");
    }

    @Test
    void halfATwilioAccountIsSaid() {
        Map<String, String> half =
                Map.of("AFTERCALL_PUBLIC_URL", "https://calls.example.com", "TWILIO_ACCOUNT_SID", "AC0");

        assertThat(run(half, "up")).isEqualTo(FAILED);
        assertThat(text(err)).contains("only one is set");
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(stream(out), stream(err), false, 100);
        return new CommandLineTool(new Workplace(checkout, environment, terminal)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
