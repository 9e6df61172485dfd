package io.aftercall.summary.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.ExtractedField;
import io.aftercall.summary.ScriptedCall;
import io.aftercall.summary.TestEvents;
import io.aftercall.summary.engine.Evidence;
import io.aftercall.summary.engine.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine on every scripted call; prints what it found, so that a change can be judged call by call. */
class BuiltinSummarizerTest {

    private static final Logger LOG = Logger.getLogger(BuiltinSummarizerTest.class);
    private static final Path REPORT = Path.of("target", "builtin-engine.txt");
    private static final List<String> TABLE = new ArrayList<>();
    private static final List<String> SUMMARIES = new ArrayList<>();

    static Stream<ScriptedCall> calls() {
        return ScriptedCall.all();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void findsWhatWasMeantAndNothingElse(ScriptedCall call) {
        Summary summary = summarize(call);

        TABLE.add("%-42s %-22s %-26s".formatted(call.name(), show(summary, "city"), show(summary, "service")));
        assertThat(value(summary, "city")).isEqualTo(call.city());
        assertThat(value(summary, "service")).isEqualTo(call.service());
        assertThat(summary.actionItems()).isEqualTo(call.actions());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isNeverCertainAndAlwaysQuotes(ScriptedCall call) {
        Summary summary = summarize(call);

        Evidence evidence = new Evidence(call.transcript());
        assertThat(summary.fields().values()).allSatisfy(field -> {
            assertThat(field.confidence()).isBetween(0.2, 0.95);
            assertThat(evidence.holds(field.evidence())).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void summaryIsAtMostFiveUtterancesInOrder(ScriptedCall call) {
        Summary summary = summarize(call);

        List<String> lines = summary.text()
                .lines()
                .map(line -> line.replaceFirst("^(Customer|Agent|לקוח|נציג): ", ""))
                .toList();
        SUMMARIES.add("%s%n%s%nactions: %s%n".formatted(call.name(), summary.text(), summary.actionItems()));
        assertThat(lines).hasSizeBetween(1, 5);
        List<String> said = call.utterances().stream()
                .map(utterance -> WriteSummary.asSentence(utterance.text()))
                .toList();
        assertThat(said).containsSubsequence(lines);
    }

    @AfterAll
    static void printTable() throws IOException {
        String table = String.join("\n", TABLE);
        LOG.infof("What the builtin engine finds (its summaries: %s)%n%s", REPORT, table);
        Files.writeString(REPORT, table + "\n\n" + String.join("\n", SUMMARIES));
    }

    private static Summary summarize(ScriptedCall call) {
        return new BuiltinSummarizer().summarize(TestEvents.context(call.business()), call.transcript());
    }

    private static String value(Summary summary, String field) {
        ExtractedField found = summary.fields().get(field);
        return found == null ? null : found.value();
    }

    private static String show(Summary summary, String field) {
        ExtractedField found = summary.fields().get(field);
        return found == null ? "—" : "%s (%.2f)".formatted(found.value(), found.confidence());
    }
}
