package io.aftercall.embedded.twilio;

import java.util.List;

/**
 * A callback as it was sent.
 *
 * @param url the public URL that was signed
 * @param idempotencyToken the same for every attempt
 * @param answers the status of each attempt's answer; 0 where there was none
 */
public record SentCallback(Callback callback, String url, String idempotencyToken, List<Integer> answers) {

    /** Whether the last attempt was answered with 2xx. */
    public boolean accepted() {
        return !answers.isEmpty() && answers.get(answers.size() - 1) / 100 == 2;
    }
}
