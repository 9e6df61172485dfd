/**
 * Sound as the engines need it: a recording's track brought over HTTP into a file that cannot outlive the attempt,
 * checked to be 16 kHz mono, and the stretches of it that hold speech. Knows nothing of calls or engines.
 */
package io.aftercall.transcription.audio;
