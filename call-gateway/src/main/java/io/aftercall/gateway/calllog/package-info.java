/**
 * The call log: each call as the fold of what Twilio told of it, whatever order that came in, and the moment at which a
 * call is over and its recording settled, which is said once. Every change happens under the lock of the call's row.
 */
package io.aftercall.gateway.calllog;
