package io.aftercall.transcription.vosk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** One answer of the recogniser, as the library writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VoskResult(List<VoskWord> result) {

    private static final ObjectMapper JSON = new ObjectMapper();

    VoskResult {
        result = result == null ? List.of() : List.copyOf(result);
    }

    static VoskResult parse(String json) {
        try {
            return JSON.readValue(json, VoskResult.class);
        } catch (JsonProcessingException unreadable) {
            // The message would quote what was said.
            throw new IllegalStateException("Vosk answered with something that is not its JSON.");
        }
    }

    /**
     * A word.
     *
     * @param start seconds of sound since the recogniser was made
     * @param end likewise
     * @param conf 0 to 1
     */
    record VoskWord(String word, double start, double end, double conf) {}
}
