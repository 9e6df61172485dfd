package io.aftercall.transcription.vosk;

/**
 * A word in the recording.
 *
 * @param startMs milliseconds from the recording's start
 * @param endMs likewise
 * @param confidence 0 to 1
 */
record Word(String text, long startMs, long endMs, double confidence) {

    long lengthMs() {
        return endMs - startMs;
    }
}
