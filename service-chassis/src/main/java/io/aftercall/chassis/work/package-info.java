/**
 * Durable stage work: accepted in the consumer's transaction, claimed by any replica, done outside any transaction,
 * stored and published in one short one under the claim's fencing token. A worker service implements
 * {@link io.aftercall.chassis.work.StageWorker} and nothing else of this.
 */
package io.aftercall.chassis.work;
