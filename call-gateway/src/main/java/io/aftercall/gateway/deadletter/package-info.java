/**
 * Records that no service could process, of every service: to be looked at, and put back on their topics once the cause
 * is mended.
 */
package io.aftercall.gateway.deadletter;
