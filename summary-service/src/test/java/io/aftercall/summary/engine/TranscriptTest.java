package io.aftercall.summary.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.Speaker;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import io.aftercall.summary.TestEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final List<Utterance> FINAL = List.of(said("i live in chicago"), said("  "), said("near the lake"));
    private static final List<Utterance> REALTIME = List.of(said("i live in boston"));

    @Test
    void finalTranscriptComesFirstAndBlankUtterancesAreLeftOut() {
        assertThat(Transcript.of(TestEvents.transcribed(TestEvents.transcription(FINAL), REALTIME)))
                .hasValueSatisfying(transcript -> {
                    assertThat(transcript.source().wireName()).isEqualTo("final");
                    assertThat(transcript.utterances()).containsExactly(FINAL.get(0), FINAL.get(2));
                });
    }

    @Test
    void finalTextWithoutUtterancesIsReadLineByLine() {
        TranscriptionOutcome text = TestEvents.transcription("i live in chicago\n\nnear the lake", List.of());

        assertThat(Transcript.of(TestEvents.transcribed(text, REALTIME)))
                .hasValueSatisfying(transcript -> assertThat(transcript.utterances())
                        .extracting(Utterance::text)
                        .containsExactly("i live in chicago", "near the lake"));
    }

    @Test
    void realtimeTranscriptStandsInForASilentFinalOne() {
        assertThat(Transcript.of(TestEvents.transcribed(TestEvents.transcription(List.of(said(" "))), REALTIME)))
                .hasValueSatisfying(
                        transcript -> assertThat(transcript.source()).isEqualTo(Transcript.Source.REALTIME));
    }

    @Test
    void thereIsNoneWhereNothingWasSaid() {
        TranscriptionOutcome failed = TranscriptionOutcome.failed("engine_failed", "The engine failed.");

        assertThat(Transcript.of(TestEvents.transcribed(failed, List.of()))).isEmpty();
        assertThat(Transcript.of(TestEvents.transcribed(failed, List.of(said("  ")))))
                .isEmpty();
        assertThat(Transcript.of(TestEvents.transcribed(TestEvents.transcription(" \n ", List.of()), List.of())))
                .isEmpty();
    }

    private static Utterance said(String text) {
        return new Utterance(Speaker.CUSTOMER, 0, 0, 1000, text, null);
    }
}
