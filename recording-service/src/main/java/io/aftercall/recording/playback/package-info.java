/** Audio over HTTP: to people with a token, and to speech recognition under signed paths that expire. */
package io.aftercall.recording.playback;
