package io.aftercall.recording.storage;

import java.util.regex.Pattern;

/**
 * Names the files made of one download. The digest is part of it, so that files of different downloads never mix under
 * one name, whoever writes them and how often.
 *
 * @param callSid the call
 * @param recordingSid the recording
 * @param revision the revision that downloaded it
 * @param sha256 hex digest of the original
 */
public record AudioKey(String callSid, String recordingSid, int revision, String sha256) {

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{2,64}");
    private static final int DIGEST_CHARS = 16;

    public AudioKey {
        requireSid(callSid);
        requireSid(recordingSid);
    }

    /** Refuses what could lead out of its folder or its URL. */
    public static void requireSid(String sid) {
        if (!isSid(sid)) {
            throw new IllegalArgumentException("Not an id of Twilio's.");
        }
    }

    /** Whether this can be an id of Twilio's, which are letters and digits. */
    public static boolean isSid(String sid) {
        return sid != null && SID.matcher(sid).matches();
    }

    /** The files of this download among those of its recording. */
    public String generation() {
        return revision + "-" + sha256.substring(0, Math.min(DIGEST_CHARS, sha256.length()));
    }
}
