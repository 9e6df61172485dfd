/** Telephone numbers as Twilio and people write them. */
package io.aftercall.gateway.number;
