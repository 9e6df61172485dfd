/**
 * The only way an event leaves a service: a row in the transaction of what it tells of, then a relay that hands rows to
 * Kafka and deletes what the broker has acknowledged. At least once, with the same {@code ce_id} every time.
 */
package io.aftercall.chassis.outbox;
