package io.aftercall.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AftercallApiTest {

    @Test
    void oneTokenServesUntilAMinuteBeforeItsEnd() throws IOException {
        try (StubGateway gateway = new StubGateway()) {
            gateway.answer("GET /api/calls", 200, "{\"items\":[]}");
            Instant start = Instant.parse("2026-11-20T20:00:00Z");
            SteppingClock clock = new SteppingClock(start);
            AftercallApi api = new AftercallApi(gateway.url(), "client", "secret", clock);

            api.get("/api/calls");
            clock.now = start.plus(Duration.ofMinutes(13));
            api.get("/api/calls");
            assertThat(gateway.tokensGiven()).isEqualTo(1);

            clock.now = start.plus(Duration.ofMinutes(14).plusSeconds(1));
            api.get("/api/calls");
            assertThat(gateway.tokensGiven()).isEqualTo(2);
        }
    }

    @Test
    void aRefusalCarriesItsStatusAndWords() throws IOException {
        try (StubGateway gateway = new StubGateway()) {
            gateway.answer("POST /api/calls", 409, "{\"detail\":\"It has not ended yet.\"}");

            assertThatThrownBy(() -> gateway.api().post("/api/calls", "{}"))
                    .isInstanceOfSatisfying(
                            ApiFailure.class,
                            refused -> assertThat(refused.status()).isEqualTo(409))
                    .hasMessageContaining("POST /api/calls answered 409")
                    .hasMessageContaining("It has not ended yet.");
        }
    }

    @Test
    void noAnswerIsSaid() throws IOException {
        StubGateway gateway = new StubGateway();
        gateway.close();

        assertThatThrownBy(() -> gateway.api().get("/api/calls"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No answer from " + gateway.url());
    }

    private static final class SteppingClock extends Clock {

        private Instant now;

        private SteppingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
