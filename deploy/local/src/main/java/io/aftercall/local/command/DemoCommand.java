package io.aftercall.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.local.demo.CallWatch;
import io.aftercall.local.demo.SampleRun;
import io.aftercall.local.demo.Verdict;
import io.aftercall.local.sandbox.Arrival;
import io.aftercall.local.sandbox.PlayRequest;
import io.aftercall.local.stack.StackFailure;
import io.aftercall.local.terminal.LiveRows;
import io.aftercall.local.terminal.Table;
import io.aftercall.local.terminal.Terminal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Starts everything, plays four sample calls through the real path and shows what arrived of them.",
            "Exit code 0 only if every call arrived with an accepted signature, at least 90 %% of the spoken words, and"
                    + " the right city and service."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    @Option(names = "--once", description = "Stops everything at the end, or when interrupted.")
    private boolean once;

    DemoCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (workplace.usesRealTwilio()) {
            throw new StackFailure(
                    "The demo plays its calls through the sandbox, but a real Twilio account is set.",
                    "Unset AFTERCALL_PUBLIC_URL for the demo, or use: ./aftercall up");
        }
        if (!once) {
            boolean good = run();
            return good ? 0 : 1;
        }
        try (StopAtEnd stop = new StopAtEnd(workplace)) {
            return run() ? 0 : 1;
        }
    }

    private boolean run() {
        RunningStack running = RunningStack.bringUp(workplace);
        List<SampleCall> samples = SampleCall.all();
        Map<String, PlayRequest> requests = new LinkedHashMap<>();
        samples.forEach(sample -> requests.put(
                sample.name(),
                PlayRequest.sample(
                        running.credentials().gateway(), running.credentials().publicUrl(), sample.name())));
        Terminal terminal = workplace.terminal();
        terminal.line("");
        terminal.line("Playing %d sample calls:".formatted(samples.size()));
        List<CallWatch> calls;
        try (LiveRows rows = terminal.rows(List.copyOf(requests.keySet()))) {
            calls = running.sampleRun().play(requests, LIMIT, rows);
        }
        boolean good = report(samples, calls);
        if (!once) {
            running.showAddresses(terminal);
        }
        return good;
    }

    private boolean report(List<SampleCall> samples, List<CallWatch> calls) {
        Terminal terminal = workplace.terminal();
        Table table = new Table("CALL", "LENGTH", "CITY", "SERVICE", "WORDS", "AFTER", "SIGNED", "SUMMARY");
        for (int i = 0; i < calls.size(); i++) {
            addRow(table, samples.get(i), calls.get(i));
        }
        terminal.line("");
        terminal.line("What arrived at the webhook receiver, how much of what was said, and how long after the call:");
        table.lines(terminal.columns()).forEach(terminal::line);
        boolean good = true;
        for (int i = 0; i < calls.size(); i++) {
            List<String> problems = SampleRun.problems(samples.get(i), calls.get(i));
            if (!problems.isEmpty()) {
                good = false;
                terminal.trouble("%s (%s): %s"
                        .formatted(
                                samples.get(i).name(), calls.get(i).played().callSid(), String.join("; ", problems)));
            }
        }
        terminal.line(
                good
                        ? "All %d calls arrived as they should.".formatted(calls.size())
                        : "Not everything arrived as it should; see ./aftercall logs.");
        return good;
    }

    private static void addRow(Table table, SampleCall sample, CallWatch call) {
        JsonNode data =
                call.arrival().map(Arrival::body).map(body -> body.path("data")).orElse(null);
        table.row(
                sample.name(),
                call.played().durationSec() + " s",
                text(data, "/fields/city/value"),
                text(data, "/fields/service/value"),
                call.arrival()
                        .map(arrival ->
                                Verdict.of(sample, arrival.body()).recall().percent() + " %")
                        .orElse(null),
                call.deliveryTime().map(StackDisplay::seconds).orElse(null),
                call.arrival()
                        .map(arrival -> arrival.verified() ? "verified" : "REFUSED")
                        .orElse(null),
                text(data, "/summary/text"));
    }

    private static String text(JsonNode data, String pointer) {
        return data == null ? null : data.at(pointer).asText(null);
    }
}
