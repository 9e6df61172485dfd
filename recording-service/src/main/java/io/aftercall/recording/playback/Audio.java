package io.aftercall.recording.playback;

import io.aftercall.recording.storage.StoredFile;

/**
 * A file ready to be served.
 *
 * @param file the file
 * @param name what it is called when it is saved
 * @param mediaType its type
 * @param etag its strong entity tag, quotes included
 */
record Audio(StoredFile file, String name, String mediaType, String etag) {}
