package io.aftercall.transcription.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.twilio.CallDirection;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.events.Direction;
import io.aftercall.events.OutcomeStatus;
import io.aftercall.events.TranscriptionOutcome;
import io.aftercall.events.Utterance;
import io.aftercall.transcription.AgainstRealParts;
import io.aftercall.transcription.Calls;
import io.aftercall.transcription.SampleTracks;
import io.aftercall.transcription.Service;
import io.aftercall.transcription.WordErrors;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real calls through the whole service: the event in, the event out, and how much of what was said is in it. */
@QuarkusTest
@AgainstRealParts
class SampleCallsTest {

    private static final Logger LOG = Logger.getLogger(SampleCallsTest.class);

    @Inject
    Service service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inbound-plumber-chicago",
                "inbound-electrician-boston",
                "outbound-followup-denver",
                "inbound-mono-voicemail"
            })
    void whatWasSaidIsHeardFromTheRightPeople(String name) {
        SampleTracks sample = SampleTracks.of(name);
        Calls call = callLike(sample.call());

        service.send(call.recorded(1, service.recordings().serve(sample)));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);
        assertThat(outcome.status()).isEqualTo(OutcomeStatus.COMPLETED);
        assertThat(outcome.engine()).isEqualTo("vosk");
        assertThat(outcome.model()).startsWith("vosk-model-en-");
        assertThat(outcome.language()).isEqualTo("en");
        assertThat(outcome.utterances())
                .isSortedAccordingTo(Comparator.comparingLong(Utterance::startMs))
                .allSatisfy(utterance -> assertThat(utterance).satisfies(said -> wasSaidBy(said, sample.call())));
        assertThat(outcome.text().lines())
                .containsExactlyElementsOf(
                        outcome.utterances().stream().map(Utterance::text).toList());
        assertThat(wordErrors(name, sample, outcome).recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(service.scratchFiles()).isEmpty();
    }

    @Test
    void originalThatNobodyConvertedIsHeardToo() {
        SampleCall sample = SampleCall.named("outbound-followup-denver");
        Calls call = callLike(sample);

        service.send(call.recorded(
                1, List.of(service.recordings().serve(null, sample.audio().bytes(), List.of()))));

        TranscriptionOutcome outcome = service.awaitAnnounced(call.callSid(), 1);
        assertThat(outcome.utterances())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(utterance -> wasSaidBy(utterance, sample));
        assertThat(wordErrors("unconverted", SampleTracks.of(sample.name()), outcome)
                        .recall())
                .isGreaterThanOrEqualTo(0.9);
    }

    private static Calls callLike(SampleCall sample) {
        Calls call = Calls.next()
                .inDirection(sample.direction() == CallDirection.INBOUND ? Direction.INBOUND : Direction.OUTBOUND);
        return sample.audio().channels() == 1 ? call.leftAsVoicemail() : call;
    }

    private static void wasSaidBy(Utterance utterance, SampleCall call) {
        String speaker = utterance.speaker().name().toLowerCase(Locale.ROOT);
        double middle = (utterance.startMs() + utterance.endMs()) / 2_000.0;
        assertThat(call.turns())
                .as("%s speaks at %.1f s", speaker, middle)
                .anyMatch(turn -> turn.speaker().equals(speaker)
                        && turn.channel() == utterance.channel()
                        && turn.start() <= middle
                        && middle <= turn.end());
    }

    private static WordErrors wordErrors(String name, SampleTracks sample, TranscriptionOutcome outcome) {
        WordErrors whole = new WordErrors(0, 0, 0);
        for (SampleTracks.Track track : sample.tracks()) {
            String heard = outcome.utterances().stream()
                    .filter(utterance -> utterance.channel() == track.channel())
                    .map(Utterance::text)
                    .collect(Collectors.joining(" "));
            WordErrors errors = WordErrors.between(sample.spokenOn(track.channel()), heard);
            LOG.infof(
                    "%s, channel %d: word error rate %.1f %% (%d of %d)",
                    name, track.channel(), errors.rate() * 100, errors.errors(), errors.spoken());
            whole = whole.plus(errors);
        }
        return whole;
    }
}
