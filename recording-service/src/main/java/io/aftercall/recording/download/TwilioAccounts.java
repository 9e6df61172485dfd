package io.aftercall.recording.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercall.recording.download.TwilioConfig.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The credentials of each configured account. */
@ApplicationScoped
class TwilioAccounts {

    private final TwilioConfig config;

    TwilioAccounts(TwilioConfig config) {
        this.config = config;
    }

    /** {@code Authorization} values to try in order for this account's recordings; empty when it is not configured. */
    List<String> authorizations(String accountSid) {
        return config.accounts().values().stream()
                .filter(account -> account.sid().equals(accountSid))
                .flatMap(TwilioAccounts::authorizations)
                .toList();
    }

    private static Stream<String> authorizations(Account account) {
        return Stream.concat(Stream.of(account.authToken()), account.secondaryAuthToken().stream())
                .map(token -> basic(account.sid(), token));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
