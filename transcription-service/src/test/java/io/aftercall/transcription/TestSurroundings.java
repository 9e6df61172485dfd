package io.aftercall.transcription;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A recording-service that can be told what to answer, and a folder that should be empty whenever nobody listens. */
public final class TestSurroundings implements QuarkusTestResourceLifecycleManager {

    private WireMockServer recordingService;
    private Path scratch;

    @Override
    public Map<String, String> start() {
        try {
            scratch = Files.createTempDirectory("transcription-service-test-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        recordingService = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        recordingService.start();
        return Map.of(
                "aftercall.recording-service.url", recordingService.baseUrl(),
                "aftercall.transcription.audio.scratch-folder", scratch.toString(),
                "aftercall.transcription.attempt-delays", "200ms,200ms");
    }

    @Override
    public void stop() {
        recordingService.stop();
        try {
            Files.delete(scratch);
        } catch (IOException left) {
            throw new UncheckedIOException("Something was left in the scratch folder.", left);
        }
    }
}
