/**
 * The transcription stage of a call: {@link io.aftercall.transcription.stage.RecordingStoredConsumer} takes the event in,
 * {@link io.aftercall.transcription.stage.TranscribeRecording} makes the next one of it.
 */
package io.aftercall.transcription.stage;
