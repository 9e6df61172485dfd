package io.aftercall.gateway.twilio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The Twilio accounts whose calls are taken, and where Twilio is. */
@ConfigMapping(prefix = "aftercall.twilio")
public interface TwilioConfig {

    /** Twilio's REST API; the local stack has a sandbox in its place. */
    @WithDefault("https://api.twilio.com")
    URI baseUrl();

    /** By a name of your choice; a callback is checked with the tokens of the account it names. */
    Map<String, Account> accounts();

    /** One Twilio account or subaccount. */
    interface Account {

        /** {@code AC} and 32 hex digits. */
        String sid();

        /** The primary auth token. */
        String authToken();

        /** The secondary auth token, while one is being rotated in. */
        Optional<String> secondaryAuthToken();
    }
}
