package io.aftercall.transcription;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.aftercall.events.SpeechTrack;
import io.aftercall.events.SpeechTrack.Span;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells the played recording-service what to answer for a track, and what it was asked. */
public final class FakeRecordings {

    private final WireMock wireMock;

    FakeRecordings(URI url) {
        this.wireMock =
                WireMock.create().host(url.getHost()).port(url.getPort()).build();
    }

    /** All tracks of a sample. */
    public List<SpeechTrack> serve(SampleTracks sample) {
        return sample.tracks().stream()
                .map(track -> serve(track.channel(), track.wav(), track.silences()))
                .toList();
    }

    /** One track; a null channel makes it an unconverted original. */
    public SpeechTrack serve(Integer channel, byte[] audio, List<Span> silences) {
        return answer(channel, ok().withBody(audio), silences);
    }

    /** One track that takes its time. */
    public SpeechTrack serveSlowly(Integer channel, byte[] audio, Duration delay) {
        return answer(channel, ok().withBody(audio).withFixedDelay((int) delay.toMillis()), List.of());
    }

    /** One track that the service has only on the second asking. */
    public SpeechTrack serveAfterOneError(Integer channel, byte[] audio) {
        SpeechTrack track = track(channel, List.of());
        wireMock.register(get(urlEqualTo(track.path()))
                .inScenario(track.path())
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("up again"));
        wireMock.register(get(urlEqualTo(track.path()))
                .inScenario(track.path())
                .whenScenarioStateIs("up again")
                .willReturn(ok().withBody(audio)));
        return track;
    }

    /** One track that is answered with this status. */
    public SpeechTrack refuse(int status) {
        return answer(0, aResponse().withStatus(status), List.of());
    }

    /** How often the track was asked for. */
    public int requestsFor(SpeechTrack track) {
        return wireMock.find(getRequestedFor(urlEqualTo(track.path()))).size();
    }

    private SpeechTrack answer(Integer channel, ResponseDefinitionBuilder answer, List<Span> silences) {
        SpeechTrack track = track(channel, silences);
        wireMock.register(get(urlEqualTo(track.path())).willReturn(answer));
        return track;
    }

    private static SpeechTrack track(Integer channel, List<Span> silences) {
        String path = "/api/recordings/speech/" + UUID.randomUUID() + "?expires=1795000000&signature=c2lnbmVk";
        return new SpeechTrack(channel, path, Instant.now().plusSeconds(3_600), silences);
    }
}
