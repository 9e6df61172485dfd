package io.aftercall.summary.builtin;

import io.aftercall.events.Speaker;
import java.util.List;

/**
 * The passages of a call as turns between two sides.
 *
 * @param passages in order of time
 */
record Conversation(List<Passage> passages) {

    /**
     * What the other side said just before the turn that {@code reply} belongs to. Where it is not known who speaks, any
     * passage may be a turn of its own.
     */
    List<Passage> before(Passage reply) {
        int turn = reply.index();
        if (reply.speaker() == Speaker.UNKNOWN) {
            return passages.subList(Math.max(0, turn - 1), turn);
        }
        while (turn > 0 && passages.get(turn - 1).speaker() == reply.speaker()) {
            turn--;
        }
        int question = turn;
        while (question > 0 && passages.get(question - 1).speaker() != reply.speaker()) {
            question--;
        }
        return passages.subList(question, turn);
    }
}
