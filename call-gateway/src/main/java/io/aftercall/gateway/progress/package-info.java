/**
 * What the pipeline made of a call: its events go into the call log, its telemetry into the timeline. Older revisions and
 * earlier stages change nothing, so the order and number of deliveries do not matter.
 */
package io.aftercall.gateway.progress;
