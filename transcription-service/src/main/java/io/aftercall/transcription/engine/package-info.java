/**
 * Listening: {@link io.aftercall.transcription.engine.SpeechEngine} is what the stage asks, one package beside this one
 * per engine is who answers. An engine gets one channel's sound and the regions to listen to, and knows nothing of calls
 * or speakers.
 */
package io.aftercall.transcription.engine;
