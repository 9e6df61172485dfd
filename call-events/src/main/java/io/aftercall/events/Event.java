package io.aftercall.events;

/**
 * A fact about one call at one revision. Every event is keyed by {@code callSid} on Kafka; a repeat of
 * {@code (callSid, revision)} says the same thing, and an older revision is out of date.
 */
public interface Event {

    /** Twilio's id of the call, {@code CA} and 32 hex digits. */
    String callSid();

    /** Which telling of the call this is, from 1; only the call gateway mints the next one. */
    int revision();
}
