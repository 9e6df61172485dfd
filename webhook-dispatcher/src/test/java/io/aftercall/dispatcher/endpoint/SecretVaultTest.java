package io.aftercall.dispatcher.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVaultTest {
    private static final byte[] SECRET = "what nobody may read".getBytes(StandardCharsets.UTF_8);

    private final SecretVault vault = vault('k');

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(vault.open("ep_1", vault.seal("ep_1", SECRET))).isEqualTo(SECRET);
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(vault.seal("ep_1", SECRET)).isNotEqualTo(vault.seal("ep_1", SECRET));
    }

    @Test
    void itCannotBeReadFromItsSealedForm() {
        String sealed = new String(vault.seal("ep_1", SECRET), StandardCharsets.ISO_8859_1);

        assertThat(sealed).doesNotContain("nobody");
    }

    @Test
    void itOpensForNoOtherEndpointAndWithNoOtherKey() {
        byte[] sealed = vault.seal("ep_1", SECRET);

        assertThatIllegalStateException().isThrownBy(() -> vault.open("ep_2", sealed));
        assertThatIllegalStateException().isThrownBy(() -> vault('o').open("ep_1", sealed));
    }

    @Test
    void oneChangedBitKeepsItShut() {
        byte[] sealed = vault.seal("ep_1", SECRET);
        sealed[20] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> vault.open("ep_1", sealed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void aBadKeyIsRefusedWithoutBeingQuoted(String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretVault(() -> key))
                .withMessageContaining("aftercall.webhook.secret-key")
                .satisfies(refusal -> {
                    if (!key.isEmpty()) {
                        assertThat(refusal.getMessage()).doesNotContain(key);
                    }
                });
    }

    private static SecretVault vault(char filler) {
        String key = Base64.getEncoder()
                .encodeToString(String.valueOf(filler).repeat(32).getBytes(StandardCharsets.UTF_8));
        return new SecretVault(() -> key);
    }
}
