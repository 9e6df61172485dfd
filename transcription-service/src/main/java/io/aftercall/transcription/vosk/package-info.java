/**
 * The offline engine: Vosk, in this process, with an English model that is shipped beside the service. The only package
 * that knows the library and its native memory.
 */
package io.aftercall.transcription.vosk;
