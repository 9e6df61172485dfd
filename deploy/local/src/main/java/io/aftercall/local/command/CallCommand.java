package io.aftercall.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.embedded.twilio.CallDirection;
import io.aftercall.embedded.twilio.NotAWavFile;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.local.demo.CallWatch;
import io.aftercall.local.sandbox.PlayRequest;
import io.aftercall.local.stack.StackFailure;
import io.aftercall.local.terminal.LiveRows;
import io.aftercall.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "call",
        description = {
            "Plays a call of your own to the running stack and shows the webhook that comes of it.",
            "In a file with two channels the first is the caller's. Example:",
            "  ./aftercall call hello.wav --from +16175550123"
        })
final class CallCommand implements Callable<Integer> {

    private static final String BUSINESS = "+13125550100";
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.wav", description = "16-bit PCM, one channel or two.")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "Who calls, E.164 (default: a made-up customer; outbound: the demo business).")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            description = "Who is called, E.164 (default: the demo business; outbound: a made-up customer).")
    private String to;

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            defaultValue = "inbound",
            description = "inbound or outbound, seen from the business (default: ${DEFAULT-VALUE}).")
    private String direction;

    CallCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        SampleCall call = check();
        RunningStack running = RunningStack.of(workplace.stack());
        PlayRequest request = new PlayRequest(
                running.credentials().gateway(),
                running.credentials().publicUrl(),
                null,
                file.toAbsolutePath().toString(),
                direction,
                call.from(),
                call.to());
        Terminal terminal = workplace.terminal();
        String title = call.name();
        CallWatch watch;
        try (LiveRows rows = terminal.rows(java.util.List.of(title))) {
            watch = running.sampleRun()
                    .play(Map.of(title, request), LIMIT, rows)
                    .get(0);
        }
        if (watch.arrival().isEmpty()) {
            throw new StackFailure(
                    "No webhook arrived within %d minutes; the call is %s.".formatted(LIMIT.toMinutes(), watch.stage()),
                    "Where it stands: GET /api/calls/" + watch.played().callSid() + "/timeline");
        }
        terminal.line(pretty(watch.arrival().get().body()));
        return watch.arrival().get().verified() ? 0 : 1;
    }

    /** Before anything is sent anywhere: the file and the numbers are what they should be. */
    private SampleCall check() {
        if (!direction.equals("inbound") && !direction.equals("outbound")) {
            throw misunderstood("--direction is inbound or outbound, not " + direction);
        }
        boolean inbound = direction.equals("inbound");
        String caller = number("--from", from, inbound ? "+12065550123" : BUSINESS);
        String called = number("--to", to, inbound ? BUSINESS : "+12065550123");
        try {
            return SampleCall.fromFile(file, CallDirection.parse(direction), caller, called);
        } catch (NotAWavFile e) {
            throw new StackFailure(
                    e.getMessage(), "Make one of any recording: ffmpeg -i RECORDING -c:a pcm_s16le call.wav", e);
        }
    }

    private String number(String option, String given, String usual) {
        String number = given == null ? usual : given;
        if (!number.matches("\\+[1-9]\\d{6,14}")) {
            throw misunderstood("%s must be a number such as +12065550123, not %s".formatted(option, number));
        }
        return number;
    }

    private ParameterException misunderstood(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private static String pretty(JsonNode body) {
        return body.toPrettyString();
    }
}
