/**
 * The call gateway: takes Twilio's callbacks, keeps the call log, says when a call has ended, and answers what people
 * and their programs ask about calls. One package per thing it can do.
 */
package io.aftercall.gateway;
