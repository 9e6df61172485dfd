/**
 * The outside world of a local stack, a Twilio and a CRM, in one process that outlives the commands, and the small HTTP
 * interface through which they steer it.
 */
package io.aftercall.local.sandbox;
