package io.aftercall.gateway.calllog;

import java.util.Comparator;

/**
 * A call status and the sequence number Twilio told it under. Standings are in one total order, so that the greatest
 * told so far is the same whatever order they came in: a final status beats any other, then the later one wins.
 *
 * @param status Twilio's word
 * @param sequence Twilio's {@code SequenceNumber}; {@link #UNNUMBERED} where it gave none
 */
record Standing(CallStatus status, int sequence) implements Comparable<Standing> {

    static final int UNNUMBERED = -1;

    private static final Comparator<Standing> ORDER = Comparator.<Standing, Boolean>comparing(
                    standing -> standing.status.isFinal())
            .thenComparing(Standing::sequence)
            .thenComparing(Standing::status);

    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }
}
