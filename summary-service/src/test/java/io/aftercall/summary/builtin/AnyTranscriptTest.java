package io.aftercall.summary.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import io.aftercall.summary.ScriptedCall;
import io.aftercall.summary.TestEvents;
import io.aftercall.summary.engine.Evidence;
import io.aftercall.summary.engine.Summary;
import io.aftercall.summary.engine.Transcript;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every transcript, however little sense it makes. */
class AnyTranscriptTest {

    private static final Arbitrary<String> WORDS = Arbitraries.of(
            "i",
            "live",
            "in",
            "chicago",
            "boston,",
            "Denver.",
            "not",
            "no",
            "i meant",
            "sorry",
            "we will send",
            "please",
            "call me",
            "leak",
            "the roof",
            "air",
            "conditioning",
            "a c",
            "plumber's",
            "בחיפה",
            "אוסטין",
            "נזילה",
            "St. Louis",
            "actually",
            "my name is",
            "austin",
            "street",
            "?",
            "—",
            "🙂",
            "İ",
            "wrong",
            "number",
            "calling from");

    @Property(tries = 150)
    void evidenceAlwaysOccursInTheTranscript(@ForAll("transcripts") Transcript transcript) {
        Summary summary = summarize(transcript);

        Evidence evidence = new Evidence(transcript);
        assertThat(summary.fields().values()).allMatch(field -> evidence.holds(field.evidence()));
        assertThat(summary.fields().values()).allMatch(field -> field.confidence() < 1 && field.confidence() > 0);
    }

    @Property(tries = 150)
    void summaryIsNeverBlankAndNeverLong(@ForAll("transcripts") Transcript transcript) {
        Summary summary = summarize(transcript);

        assertThat(summary.text()).isNotBlank();
        assertThat(summary.text().lines().count()).isBetween(1L, 5L);
        assertThat(summary.text().lines()).allMatch(line -> line.length() <= 320);
    }

    @Property(tries = 50)
    void sameTranscriptGivesTheSameSummary(@ForAll("transcripts") Transcript transcript) {
        assertThat(summarize(transcript)).isEqualTo(summarize(transcript));
    }

    @Provide
    Arbitrary<Transcript> transcripts() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                        WORDS.list().ofMinSize(1).ofMaxSize(80).map(words -> String.join(" ", words)),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(400))
                .filter(text -> !text.isBlank());
        Arbitrary<Double> confidences = Arbitraries.doubles().between(0, 1).injectNull(0.3);
        return Combinators.combine(Arbitraries.of(Speaker.class), texts, confidences)
                .as((speaker, text, confidence) -> new Utterance(speaker, 0, 0, 0, text, confidence))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(utterances -> new Transcript(Transcript.Source.FINAL, List.copyOf(utterances)));
    }

    private static Summary summarize(Transcript transcript) {
        return new BuiltinSummarizer().summarize(TestEvents.context(ScriptedCall.LAKESIDE), transcript);
    }
}
