package io.aftercall.dispatcher.payload;

import io.aftercall.dispatcher.payload.CallCompleted.Metrics;
import io.aftercall.dispatcher.payload.CallCompleted.TalkMs;
import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import java.util.Comparator;
import java.util.List;

/** Measures who talked for how long, and for how long nobody did. */
final class MeasureTalk {
    private MeasureTalk() {}

    /**
     * Talk is counted per speaker, so that two who talk at once both talk; silence is what no utterance covers.
     *
     * @param durationMs the length of what was listened to; null if not known
     */
    static Metrics of(List<Utterance> utterances, Long durationMs) {
        TalkMs talk = new TalkMs(talkOf(Speaker.AGENT, utterances), talkOf(Speaker.CUSTOMER, utterances));
        Long silence = durationMs == null ? null : Math.max(0, durationMs - covered(utterances));
        return new Metrics(talk, silence);
    }

    private static long talkOf(Speaker speaker, List<Utterance> utterances) {
        return covered(utterances.stream()
                .filter(utterance -> utterance.speaker() == speaker)
                .toList());
    }

    /** The length of the union of all utterances. */
    private static long covered(List<Utterance> utterances) {
        long covered = 0;
        long until = 0;
        List<Utterance> inOrder = utterances.stream()
                .sorted(Comparator.comparingLong(Utterance::startMs))
                .toList();
        for (Utterance utterance : inOrder) {
            covered += Math.max(0, utterance.endMs() - Math.max(until, utterance.startMs()));
            until = Math.max(until, utterance.endMs());
        }
        return covered;
    }
}
