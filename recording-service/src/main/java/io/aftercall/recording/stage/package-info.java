/** The recording stage of a call: {@code call-ended} in, {@code recording-stored} out, whatever happens between. */
package io.aftercall.recording.stage;
