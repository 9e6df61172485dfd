package io.aftercall.transcription.audio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.events.SpeechTrack;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTrackTest {

    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final String PATH = "/api/recordings/speech/CA1/1/0?expires=1795000000&signature=c2ln";
    private static final SpeechTrack TRACK = new SpeechTrack(0, PATH, NOW.plusSeconds(60), List.of());
    private static final byte[] AUDIO = Wav.speech(100, moment -> 0.1);

    @TempDir
    Path folder;

    private static final WireMockServer RECORDING_SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private FetchTrack fetchTrack;

    @BeforeAll
    static void start() {
        RECORDING_SERVICE.start();
    }

    @AfterAll
    static void stop() {
        RECORDING_SERVICE.stop();
    }

    @BeforeEach
    void connect() {
        RECORDING_SERVICE.resetAll();
        fetchTrack = fetchingFrom(RECORDING_SERVICE.baseUrl() + "/");
    }

    @AfterEach
    void nothingIsLeftOnDisk() {
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void trackComesWhole() throws Exception {
        answer(ok().withBody(AUDIO));

        try (FileChannel file = fetchTrack.fetch(TRACK)) {
            ByteBuffer read = ByteBuffer.allocate(AUDIO.length);
            file.read(read, 0);
            assertThat(file.size()).isEqualTo(AUDIO.length);
            assertThat(read.array()).isEqualTo(AUDIO);
        }
    }

    @Test
    void trackThatIsGoneIsNotAskedForAgain() {
        answer(aResponse().withStatus(404));
        assertThat(failure().isPassing()).isFalse();
        answer(aResponse().withStatus(410));
        assertThat(failure().isPassing()).isFalse();
    }

    @Test
    void refusedSignatureSaysWhatToDo() {
        answer(aResponse().withStatus(403));

        assertThat(failure()).satisfies(refused -> {
            assertThat(refused.isPassing()).isFalse();
            assertThat(refused).hasMessageContaining("reprocess");
        });
    }

    @Test
    void busyServiceIsAskedAgainWhenItSays() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "7"));

        StageFailure busy = failure();

        assertThat(busy.isPassing()).isTrue();
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(busy.reason()).isEqualTo("audio_unavailable");
    }

    @Test
    void brokenServiceIsAskedAgain() {
        answer(aResponse().withStatus(500));

        assertThat(failure().isPassing()).isTrue();
    }

    @Test
    void redirectIsNotFollowed() {
        answer(aResponse().withStatus(302).withHeader("Location", "http://localhost:1/"));

        assertThat(failure()).hasMessageContaining("302");
    }

    @Test
    void connectionThatBreaksOffIsTriedAgain() {
        answer(ok().withBody(AUDIO).withFault(Fault.RANDOM_DATA_THEN_CLOSE));

        assertThat(failure().isPassing()).isTrue();
    }

    @Test
    void trackThatEndsTooEarlyIsTriedAgain() {
        answer(ok().withBody(AUDIO).withHeader("Content-Length", String.valueOf(AUDIO.length + 10)));

        assertThat(failure().isPassing()).isTrue();
    }

    @Test
    void trackAboveTheLimitIsRefused() {
        answer(ok().withBody(new byte[20_000]));

        assertThat(failure()).satisfies(tooLarge -> {
            assertThat(tooLarge.isPassing()).isFalse();
            assertThat(tooLarge).hasMessageContaining("larger than 10000 bytes");
        });
    }

    @Test
    void trackThatTricklesIsGivenUp() {
        answer(ok().withBody(AUDIO).withChunkedDribbleDelay(20, 10_000));

        assertThat(failure()).satisfies(tooSlow -> {
            assertThat(tooSlow.isPassing()).isTrue();
            assertThat(tooSlow).hasMessageContaining("did not come within 1 s");
        });
    }

    @Test
    void serviceThatIsDownIsTriedAgain() {
        fetchTrack = fetchingFrom("http://localhost:1");

        assertThat(failure().isPassing()).isTrue();
    }

    @Test
    void expiredPathIsNotEvenTried() {
        answer(ok().withBody(AUDIO));
        SpeechTrack expired = new SpeechTrack(0, PATH, NOW.minusSeconds(1), List.of());

        StageFailure failure = catchThrowableOfType(StageFailure.class, () -> fetchTrack.fetch(expired));

        assertThat(failure.isPassing()).isFalse();
        assertThat(RECORDING_SERVICE.getAllServeEvents()).isEmpty();
    }

    @Test
    void pathCannotLeadToAnotherHost() {
        SpeechTrack elsewhere = new SpeechTrack(0, "@evil.example/track", null, List.of());

        StageFailure failure = catchThrowableOfType(StageFailure.class, () -> fetchTrack.fetch(elsewhere));

        assertThat(failure.isPassing()).isFalse();
    }

    @Test
    void failuresDoNotTellTheSignature() {
        answer(aResponse().withStatus(500));

        assertThat(failure().getMessage()).doesNotContain("signature").doesNotContain("c2ln");
    }

    private StageFailure failure() {
        return catchThrowableOfType(StageFailure.class, () -> fetchTrack.fetch(TRACK));
    }

    private void answer(ResponseDefinitionBuilder answer) {
        RECORDING_SERVICE.stubFor(get(urlEqualTo(PATH)).willReturn(answer));
    }

    private FetchTrack fetchingFrom(String url) {
        AudioConfig config = new AudioConfig() {
            @Override
            public Path scratchFolder() {
                return folder;
            }

            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.valueOf(10_000));
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration fetchTimeLimit() {
                return Duration.ofSeconds(1);
            }
        };
        return new FetchTrack(() -> URI.create(url), config, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
