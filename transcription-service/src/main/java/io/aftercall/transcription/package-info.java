/**
 * The transcription service: from {@code recording-stored} to {@code call-transcribed}. {@code stage} is the life of one
 * call here, {@code audio} brings its sound, {@code engine} listens, {@code transcript} keeps and shows what was heard.
 */
package io.aftercall.transcription;
