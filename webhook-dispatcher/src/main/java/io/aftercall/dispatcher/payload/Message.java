package io.aftercall.dispatcher.payload;

/**
 * One rendered event, the same for every endpoint that gets it.
 *
 * @param id {@code evt_…}; the same however often the event is rendered
 * @param type such as {@code call.completed}
 * @param json what is sent, to the byte
 */
public record Message(String id, String type, String json) {
    /** Without what was said. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + type + "]";
    }
}
