/**
 * One HTTP request to a customer: signed by Standard Webhooks, to a checked address, within its time, and what came of
 * it. Knows nothing of queues or schedules.
 */
package io.aftercall.dispatcher.send;
