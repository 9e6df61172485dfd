/**
 * Twilio's side: its requests are read, proved to be Twilio's, and handed to the call log. Nothing else in the gateway
 * knows Twilio's parameter names.
 */
package io.aftercall.gateway.twilio;
