/**
 * Twilio at the wire: its REST API and recordings served by {@link io.aftercall.embedded.twilio.TwilioSandbox}, its
 * signed callbacks posted by {@link io.aftercall.embedded.twilio.CallPlayer}. Written from Twilio's documentation and
 * sharing no code with the gateway, so that each checks the other.
 */
package io.aftercall.embedded.twilio;
