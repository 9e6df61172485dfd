/**
 * What every service does the same way, so that none does it differently: getting events in and out, durable work,
 * forgetting, start-up, problems and tokens. Of the events it knows only the two that are its own business,
 * {@code call-erased} and {@code stage-changed}; an architecture test keeps it so.
 */
package io.aftercall.chassis;
