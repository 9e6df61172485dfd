/**
 * Gets a call's recording from Twilio, converts it, keeps it and serves it. Read it in this order: {@code stage} (an event
 * in, an event out), {@code download}, {@code conversion}, {@code storage}, {@code ledger}, {@code playback}.
 */
package io.aftercall.recording;
