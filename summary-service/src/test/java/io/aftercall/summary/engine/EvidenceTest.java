package io.aftercall.summary.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private final Evidence evidence = new Evidence(new Transcript(
            Transcript.Source.FINAL,
            List.of(
                    new Utterance(Speaker.CUSTOMER, 0, 0, 10, "I live in Chicago, near the lake — don't ask.", null),
                    new Utterance(Speaker.CUSTOMER, 0, 10, 20, "אני גר בחיפה.", null))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I live in Chicago",
                "i live in chicago near the lake",
                "near  the\nlake!",
                "DON’T ask",
                "גר בחיפה",
                "don't ask. אני גר",
            })
    void holdsWhatWasSaidWhateverItsCaseAndPunctuation(String quotation) {
        assertThat(evidence.holds(quotation)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I live in Boston", "live near Chicago", "in Chic", "ive in Chicago", "", "…", "גר חיפה"})
    void holdsNothingElse(String quotation) {
        assertThat(evidence.holds(quotation)).isFalse();
    }
}
