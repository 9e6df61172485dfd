package io.aftercall.transcription.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.SpeechTrack.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindSpeechTest {

    private static final long PAD = FindSpeech.PADDING_MS;

    @Test
    void withoutSilencesEverythingIsHeard() {
        assertThat(FindSpeech.outside(List.of(), 5_000)).containsExactly(new Region(0, 5_000));
    }

    @Test
    void wordsAtTheEdgesOfSilencesAreKept() {
        List<Region> regions = FindSpeech.outside(List.of(new Span(0, 4_000), new Span(6_000, 20_000)), 20_000);

        assertThat(regions).containsExactly(new Region(4_000 - PAD, 6_000 + PAD));
    }

    @Test
    void regionsThatWouldOverlapAreOne() {
        List<Region> regions = FindSpeech.outside(List.of(new Span(2_000, 2_000 + 2 * PAD)), 5_000);

        assertThat(regions).containsExactly(new Region(0, 5_000));
    }

    @Test
    void regionsAStretchOfSilenceApartStayTwo() {
        List<Region> regions = FindSpeech.outside(List.of(new Span(2_000, 2_001 + 2 * PAD)), 5_000);

        assertThat(regions).containsExactly(new Region(0, 2_000 + PAD), new Region(2_001 + PAD, 5_000));
    }

    @Test
    void oneLongSilenceLeavesNothing() {
        assertThat(FindSpeech.outside(List.of(new Span(0, 5_000)), 5_000)).isEmpty();
    }

    @Test
    void silencesBeyondTheEndOfTheAudioAreCutThere() {
        List<Region> regions = FindSpeech.outside(List.of(new Span(3_000, 9_000), new Span(9_500, 9_900)), 5_000);

        assertThat(regions).containsExactly(new Region(0, 3_000 + PAD));
    }

    @Test
    void audioOfNoLengthLeavesNothing() {
        assertThat(FindSpeech.outside(List.of(), 0)).isEmpty();
    }
}
