package io.aftercall.recording;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL and Kafka, a Twilio that can be told what to answer, a folder for the audio, and an ffmpeg that can be told to misbehave. */
public final class TestSurroundings implements QuarkusTestResourceLifecycleManager {

    private WireMockServer twilio;
    private Path folder;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(embeddedStack());
        try {
            folder = Files.createTempDirectory("recording-service-test-");
            twilio = new WireMockServer(WireMockConfiguration.options().dynamicPort());
            twilio.start();
            config.put("quarkus.http.test-port", "0");
            config.putAll(Map.of(
                    "aftercall.twilio.base-url",
                    twilio.baseUrl(),
                    "aftercall.twilio.accounts.main.sid",
                    FakeTwilio.ACCOUNT,
                    "aftercall.twilio.accounts.main.auth-token",
                    FakeTwilio.TOKEN,
                    "aftercall.recording.storage.folder",
                    folder.resolve("storage").toString(),
                    "aftercall.recording.ffmpeg",
                    MoodyFfmpeg.in(folder).program(),
                    "aftercall.recording.conversion-time-limit",
                    "3s",
                    "aftercall.recording.attempt-delays",
                    "300ms,300ms",
                    "aftercall.recording.signing-key",
                    "a-key-that-only-the-tests-sign-with"));
            return config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> embeddedStack() {
        EmbeddedStack stack = new EmbeddedStack();
        stack.init(Map.of());
        return stack.start();
    }

    @Override
    public void stop() {
        twilio.stop();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
