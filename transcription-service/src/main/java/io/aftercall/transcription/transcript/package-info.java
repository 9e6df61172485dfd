/** Transcripts as they are kept, one per call and revision, and as they are shown. */
package io.aftercall.transcription.transcript;
