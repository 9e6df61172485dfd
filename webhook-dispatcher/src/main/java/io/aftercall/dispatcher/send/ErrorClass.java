package io.aftercall.dispatcher.send;

import java.util.Locale;

/** Why an attempt failed, as far as it came. */
public enum ErrorClass {
    /** The host has no address, or none could be learnt. */
    DNS,
    /** Every address of the host lies in a network we do not talk to; nothing was sent. */
    REFUSED,
    /** No connection came about. */
    CONNECT,
    /** No trusted TLS session came about. */
    TLS,
    /** The answer was not complete in time. */
    TIMEOUT,
    /** The answer is not 2xx. */
    STATUS,
    /** The connection broke, or what came over it is not HTTP. */
    BROKEN,
    /** The dispatcher died or fell asleep in the middle; whether the request arrived is not known. */
    ABANDONED,
    /** The fault is ours. */
    INTERNAL;

    /** The name in the API, in tables and in metrics. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
