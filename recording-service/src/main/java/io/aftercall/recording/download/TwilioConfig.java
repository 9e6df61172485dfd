package io.aftercall.recording.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Twilio, and the accounts whose recordings are fetched. */
@ConfigMapping(prefix = "aftercall.twilio")
public interface TwilioConfig {

    /** Where Twilio's REST API is. Its origin is always allowed to serve recordings. */
    @WithDefault("https://api.twilio.com")
    URI baseUrl();

    /** The accounts by any name. */
    Map<String, Account> accounts();

    /** One account. */
    interface Account {

        /** {@code AC} and 32 hex digits. */
        String sid();

        /** The token that signs its requests now. */
        String authToken();

        /** The other token while they are being rotated. */
        Optional<String> secondaryAuthToken();
    }
}
