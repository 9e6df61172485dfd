package io.aftercall.events;

import java.time.Instant;

/**
 * The call itself as Twilio told it.
 *
 * @param callSid Twilio's id of the parent leg
 * @param accountSid the Twilio account it belongs to
 * @param direction inbound or outbound, seen from the business
 * @param from the caller, E.164 where Twilio gave a number, else its word for it (such as {@code anonymous})
 * @param to the called party, likewise
 * @param callStatus Twilio's final word: {@code completed, busy, failed, no-answer, canceled}
 * @param startedAt when Twilio made the call; null if never told
 * @param answeredAt when it was answered; null if never told, or unanswered
 * @param endedAt when it ended
 * @param durationSec seconds, Twilio's {@code CallDuration}, else end minus start; null if neither is known
 */
public record Call(
        String callSid,
        String accountSid,
        Direction direction,
        String from,
        String to,
        String callStatus,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        Integer durationSec) {

    public Call {
        Require.text(callSid, "call.callSid");
        Require.present(direction, "call.direction");
    }

    /** Whether anybody spoke at all: an unanswered call has no recording to wait for. */
    public boolean unanswered() {
        return callStatus != null && !"completed".equals(callStatus);
    }
}
