package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final Credentials CREDENTIALS =
            new Credentials("http://localhost:8080", "http://localhost:8080", "client", "secret", "AC1", "token");

    @TempDir
    Path root;

    private StackFolder folder;

    @BeforeEach
    void createFolder() {
        folder = new StackFolder(root.resolve(".aftercall"));
        folder.create();
    }

    @Test
    void areMadeOnceAndKept() {
        Secrets first = Secrets.in(folder.secrets());

        assertThat(Secrets.in(folder.secrets())).isEqualTo(first);
    }

    @Test
    void areTheOwnersAlone() throws IOException {
        Secrets.in(folder.secrets());

        assertThat(mode(folder.secrets())).isEqualTo("rwx------");
        assertThat(mode(folder.secrets().resolve("secrets.json"))).isEqualTo("rw-------");
        assertThat(mode(Secrets.tokenKey(folder.secrets()))).isEqualTo("rw-------");
    }

    @Test
    void keysHaveTheirRightSizes() throws IOException, GeneralSecurityException {
        Secrets secrets = Secrets.in(folder.secrets());

        assertThat(Base64.getDecoder().decode(secrets.webhookKey())).hasSize(32);
        assertThat(secrets.twilioAccountSid()).matches("AC[0-9a-f]{32}");
        assertThat(tokenKey().getParams().getOrder().bitLength()).isEqualTo(256);
    }

    @Test
    void credentialsFileIsTheOwnersAloneEvenIfItWasNot() throws IOException {
        Files.writeString(folder.credentials(), "{}");
        Files.setPosixFilePermissions(folder.credentials(), PosixFilePermissions.fromString("rw-rw-rw-"));

        CREDENTIALS.write(folder.credentials());

        assertThat(mode(folder.credentials())).isEqualTo("rw-------");
        assertThat(Credentials.of(folder)).isEqualTo(CREDENTIALS);
    }

    @Test
    void credentialsFileHasExactlyTheseFields() throws IOException {
        CREDENTIALS.write(folder.credentials());

        assertThat(new ObjectMapper().readTree(folder.credentials().toFile()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "gateway", "publicUrl", "clientId", "clientSecret", "twilioAccountSid", "twilioAuthToken");
    }

    @Test
    void neitherTextFormShowsASecret() {
        assertThat(CREDENTIALS.toString()).doesNotContain("secret", "token");
        Secrets secrets = Secrets.in(folder.secrets());
        assertThat(secrets.toString())
                .doesNotContain(secrets.clientSecret(), secrets.webhookKey(), secrets.twilioAuthToken());
    }

    @Test
    void missingCredentialsSayHowToGetThem() {
        assertThatThrownBy(() -> Credentials.of(folder))
                .isInstanceOfSatisfying(
                        StackFailure.class,
                        failure -> assertThat(failure.remedy()).contains("./aftercall up"));
    }

    private ECPrivateKey tokenKey() throws IOException, GeneralSecurityException {
        String pem = Files.readString(Secrets.tokenKey(folder.secrets()));
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
