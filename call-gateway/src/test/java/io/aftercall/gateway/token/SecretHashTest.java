package io.aftercall.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void onlyTheSecretMatches() {
        String kept = SecretHash.of("sesame", 1_000);

        assertThat(SecretHash.matches("sesame", kept)).isTrue();
        assertThat(SecretHash.matches("sesamf", kept)).isFalse();
        assertThat(SecretHash.matches("", kept)).isFalse();
    }

    @Test
    void theSameSecretIsKeptDifferentlyEachTimeAndNeverAsItIs() {
        assertThat(SecretHash.of("sesame", 1_000))
                .isNotEqualTo(SecretHash.of("sesame", 1_000))
                .doesNotContain("sesame");
    }

    @Test
    void whatWasHashedWithOtherRoundsStillMatches() {
        assertThat(SecretHash.matches("sesame", SecretHash.of("sesame", 2_000))).isTrue();
    }

    @Test
    void anUnknownFormIsAnErrorAndNotAMatch() {
        assertThatThrownBy(() -> SecretHash.matches("sesame", "plain$sesame"))
                .isInstanceOf(IllegalStateException.class);
    }
}
