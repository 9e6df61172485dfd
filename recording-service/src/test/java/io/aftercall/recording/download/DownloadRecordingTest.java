package io.aftercall.recording.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.aftercall.chassis.work.StageFailure;
import io.aftercall.events.RecordingNotice;
import io.aftercall.events.RecordingNotice.State;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The download against a real HTTP server: where it goes, with which credentials, and how far. */
class DownloadRecordingTest {

    private static final String ACCOUNT = "AC22222222222222222222222222222222";
    private static final String OTHER_ACCOUNT = "AC44444444444444444444444444444444";
    private static final String SID = "RE33333333333333333333333333333333";
    private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + SID + ".wav";
    private static final byte[] AUDIO = "as good as audio".repeat(1000).getBytes();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T20:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @RegisterExtension
    static final WireMockExtension TWILIO = WireMockExtension.newInstance().build();

    @RegisterExtension
    static final WireMockExtension ELSEWHERE = WireMockExtension.newInstance().build();

    private Set<String> allowedHosts = Set.of();
    private long maxBytes = 1_000_000;
    private Duration timeLimit = Duration.ofSeconds(5);

    @BeforeEach
    void elsewhereServesAnything() {
        ELSEWHERE.stubFor(any(anyUrl()).willReturn(ok().withBody(AUDIO)));
    }

    @Test
    void audioIsWrittenCountedAndHashed() throws Exception {
        TWILIO.stubFor(get(urlEqualTo(PATH + "?RequestedChannels=2"))
                .withBasicAuth(ACCOUNT, "primary")
                .willReturn(ok().withBody(AUDIO)));

        DownloadedAudio audio = download();

        assertThat(audio.file()).hasBinaryContent(AUDIO);
        assertThat(audio.sizeBytes()).isEqualTo(AUDIO.length);
        assertThat(audio.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(AUDIO)));
    }

    @Test
    void accountsHaveTheirOwnCredentials() throws Exception {
        String path = PATH.replace(ACCOUNT, OTHER_ACCOUNT);
        TWILIO.stubFor(get(urlPathEqualTo(path))
                .withBasicAuth(OTHER_ACCOUNT, "another")
                .willReturn(ok().withBody(AUDIO)));

        assertThat(download(notice(OTHER_ACCOUNT)).sizeBytes()).isEqualTo(AUDIO.length);
    }

    @Test
    void secondTokenIsTriedWhereTheFirstIsRefused() throws Exception {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(unauthorized()));
        TWILIO.stubFor(
                get(urlPathEqualTo(PATH)).withBasicAuth(ACCOUNT, "secondary").willReturn(ok().withBody(AUDIO)));

        assertThat(download().sizeBytes()).isEqualTo(AUDIO.length);
    }

    @Test
    void unknownAccountIsForbiddenWithoutAsking() {
        StageFailure failure = failure(notice("AC99999999999999999999999999999999"));

        assertThat(failure.reason()).isEqualTo("forbidden");
        assertThat(failure.isPassing()).isFalse();
        assertThat(TWILIO.getAllServeEvents()).isEmpty();
    }

    @Test
    void redirectToAnAllowedHostIsFollowedWithoutCredentials() throws Exception {
        allowedHosts = Set.of("localhost");
        TWILIO.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(temporaryRedirect("http://localhost:" + ELSEWHERE.getPort() + "/media")));

        assertThat(download().sizeBytes()).isEqualTo(AUDIO.length);

        ELSEWHERE.verify(1, getRequestedFor(urlEqualTo("/media")).withHeader("Authorization", absent()));
    }

    @Test
    void redirectWithinTwilioKeepsItsCredentials() throws Exception {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect("/media")));
        TWILIO.stubFor(
                get(urlEqualTo("/media")).withBasicAuth(ACCOUNT, "primary").willReturn(ok().withBody(AUDIO)));

        assertThat(download().sizeBytes()).isEqualTo(AUDIO.length);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:%d/media", "http://localhost:%d/media", "file:///etc/passwd", "//[", "ftp://x/y"})
    void redirectToAnywhereElseIsNotFollowed(String target) {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect(target.formatted(ELSEWHERE.getPort()))));

        StageFailure failure = failure();

        assertThat(failure.reason()).isEqualTo("download_failed");
        assertThat(failure.isPassing()).isFalse();
        assertThat(ELSEWHERE.getAllServeEvents()).isEmpty();
    }

    @Test
    void redirectsWithoutEndAreGivenUp() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect(PATH)));

        assertThat(failure().reason()).isEqualTo("download_failed");
        assertThat(TWILIO.getAllServeEvents()).hasSizeLessThan(6);
    }

    @Test
    void moreThanTheLimitIsRefusedByItsAnnouncedLength() {
        maxBytes = AUDIO.length - 1;
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok().withBody(AUDIO)));

        assertTooLarge();
    }

    @Test
    void moreThanTheLimitIsRefusedWhenItArrives() {
        maxBytes = AUDIO.length - 1;
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok().withBody(AUDIO).withChunkedDribbleDelay(4, 100)));

        assertTooLarge();
    }

    private void assertTooLarge() {
        StageFailure failure = failure();

        assertThat(failure.reason()).isEqualTo("too_large");
        assertThat(failure.isPassing()).isFalse();
    }

    @Test
    void downloadThatTakesTooLongIsCutOff() {
        timeLimit = Duration.ofMillis(300);
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok().withBody(AUDIO).withChunkedDribbleDelay(50, 60_000)));

        StageFailure failure = failure();

        assertThat(failure.reason()).isEqualTo("download_failed");
        assertThat(failure.isPassing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE", "MALFORMED_RESPONSE_CHUNK", "EMPTY_RESPONSE"})
    void brokenConnectionIsTriedAgain(Fault fault) {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withFault(fault)));

        StageFailure failure = failure();

        assertThat(failure.reason()).isEqualTo("download_failed");
        assertThat(failure.isPassing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "404, not_found, true",
        "410, not_found, false",
        "401, forbidden, false",
        "403, forbidden, false",
        "400, download_failed, false",
        "408, download_failed, true",
        "429, download_failed, true",
        "500, download_failed, true",
        "503, download_failed, true",
        "204, download_failed, false"
    })
    void statusTellsWhetherToTryAgain(int status, String reason, boolean passing) {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(status)));

        StageFailure failure = failure();

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.getMessage()).doesNotContain("primary").doesNotContain("secondary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30                            | 30
            999999                        | 600
            Fri, 20 Nov 2026 20:01:00 GMT | 60
            """)
    void serverMaySayWhenToComeBack(String retryAfter, long seconds) {
        TWILIO.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", retryAfter)));

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "99999999999999999999", "'Fri, 20 Nov 2026 19:00:00 GMT'"})
    void nonsenseAboutWhenToComeBackIsIgnored(String retryAfter) {
        TWILIO.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", retryAfter)));

        assertThat(failure().retryAfter()).isEmpty();
    }

    @Test
    void interruptedDownloadStopsAtOnce() throws Exception {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok().withBody(AUDIO).withChunkedDribbleDelay(50, 60_000)));
        Thread worker = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (TWILIO.getAllServeEvents().isEmpty() && folder.toFile().list().length == 0) {
                Thread.onSpinWait();
            }
            worker.interrupt();
        });
        interrupter.start();

        catchThrowableOfType(InterruptedException.class, this::download);

        interrupter.join();
        assertThat(Thread.interrupted()).isFalse();
    }

    private DownloadedAudio download() throws InterruptedException {
        return download(notice(ACCOUNT));
    }

    private StageFailure failure() {
        return failure(notice(ACCOUNT));
    }

    private StageFailure failure(RecordingNotice notice) {
        StageFailure failure = catchThrowableOfType(StageFailure.class, () -> download(notice));
        assertThat(failure).isNotNull();
        return failure;
    }

    private DownloadedAudio download(RecordingNotice notice) throws InterruptedException {
        TwilioConfig twilioConfig = new Settings(TWILIO.baseUrl());
        DownloadConfig config = new Limits(allowedHosts, maxBytes, timeLimit);
        FetchFile fetchFile = new FetchFile(new AllowedHosts(twilioConfig, config), config);
        return new DownloadRecording(twilioConfig, new TwilioAccounts(twilioConfig), fetchFile, new ReadRefusal(NOW))
                .download(notice, folder.resolve("download"));
    }

    private static RecordingNotice notice(String account) {
        return new RecordingNotice(State.AVAILABLE, account, SID, 2, 36, null, null);
    }

    private record Settings(String base) implements TwilioConfig {

        @Override
        public URI baseUrl() {
            return URI.create(base);
        }

        @Override
        public Map<String, TwilioConfig.Account> accounts() {
            return Map.of(
                    "main", new Credentials(ACCOUNT, "primary", Optional.of("secondary")),
                    "other", new Credentials(OTHER_ACCOUNT, "another", Optional.empty()));
        }
    }

    private record Credentials(String sid, String authToken, Optional<String> secondaryAuthToken)
            implements TwilioConfig.Account {}

    private record Limits(Set<String> hosts, long maxBytes, Duration downloadTimeLimit) implements DownloadConfig {

        @Override
        public Optional<Set<String>> allowedHosts() {
            return Optional.of(hosts);
        }

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(maxBytes));
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }
    }
}
