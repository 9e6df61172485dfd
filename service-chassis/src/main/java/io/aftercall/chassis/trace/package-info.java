/** One trace for one call: W3C trace context carried over rows, records and tasks. */
package io.aftercall.chassis.trace;
