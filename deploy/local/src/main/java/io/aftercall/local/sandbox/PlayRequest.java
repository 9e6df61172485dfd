package io.aftercall.local.sandbox;

/**
 * Asks the sandbox to play a call: one of the samples, or a file of the user's.
 *
 * @param gateway where the callbacks are posted
 * @param publicUrl what their signatures are made for
 * @param sample a sample's name; null for a file
 * @param file absolute path of a WAV file; null for a sample
 * @param direction {@code inbound} or {@code outbound}; of a file
 * @param from E.164; of a file
 * @param to E.164; of a file
 */
public record PlayRequest(
        String gateway, String publicUrl, String sample, String file, String direction, String from, String to) {

    /** One of the sample calls. */
    public static PlayRequest sample(String gateway, String publicUrl, String name) {
        return new PlayRequest(gateway, publicUrl, name, null, null, null, null);
    }
}
