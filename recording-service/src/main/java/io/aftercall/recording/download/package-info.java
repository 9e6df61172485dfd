/**
 * Fetching a recording from Twilio: where from is rebuilt from what is configured, never taken from a callback, and
 * credentials go to nobody else.
 */
package io.aftercall.recording.download;
