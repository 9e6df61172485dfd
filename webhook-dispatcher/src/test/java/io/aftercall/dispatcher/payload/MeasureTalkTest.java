package io.aftercall.dispatcher.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.dispatcher.payload.CallCompleted.Metrics;
import io.aftercall.dispatcher.payload.CallCompleted.TalkMs;
import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTalkTest {
    @Test
    void talkIsPerSpeakerAndSilenceIsTheRest() {
        Metrics metrics = MeasureTalk.of(
                List.of(said(Speaker.CUSTOMER, 4000, 9000), said(Speaker.AGENT, 10_000, 12_000)), 20_000L);

        assertThat(metrics).isEqualTo(new Metrics(new TalkMs(2000, 5000), 13_000L));
    }

    @Test
    void whoeverTalksAtOnceBothTalkAndSilenceIsCountedOnce() {
        Metrics metrics = MeasureTalk.of(
                List.of(
                        said(Speaker.AGENT, 2000, 6000),
                        said(Speaker.CUSTOMER, 0, 5000),
                        said(Speaker.AGENT, 5000, 7000)),
                10_000L);

        assertThat(metrics).isEqualTo(new Metrics(new TalkMs(5000, 5000), 3000L));
    }

    @Test
    void anUnknownSpeakerBreaksTheSilenceOnly() {
        Metrics metrics = MeasureTalk.of(List.of(said(Speaker.UNKNOWN, 0, 4000)), 5000L);

        assertThat(metrics).isEqualTo(new Metrics(new TalkMs(0, 0), 1000L));
    }

    @Test
    void silenceIsNeverNegativeAndNotGuessed() {
        List<Utterance> longer = List.of(said(Speaker.AGENT, 0, 6000));

        assertThat(MeasureTalk.of(longer, 5000L).silenceMs()).isZero();
        assertThat(MeasureTalk.of(longer, null).silenceMs()).isNull();
    }

    private static Utterance said(Speaker speaker, long startMs, long endMs) {
        return new Utterance(speaker, 0, startMs, endMs, "…", null);
    }
}
