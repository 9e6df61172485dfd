package io.aftercall.embedded.twilio;

/**
 * An account at the sandbox.
 *
 * @param sid {@code AC…}
 * @param authToken signs callbacks and is the password of the REST API
 */
public record TwilioAccount(String sid, String authToken) {

    /** An account made from a seed: the same seed, the same account. */
    public static TwilioAccount of(String seed) {
        return new TwilioAccount(Sids.account(seed), Sids.hex("token", seed));
    }

    @Override
    public String toString() {
        return sid;
    }
}
