/**
 * The way out: deliveries are claimed from the database in batches under a lease, sent without blocking, and settled in
 * batches under the claim's fence. Any number of dispatchers work side by side, and any of them may die at any moment.
 */
package io.aftercall.dispatcher.queue;
