/**
 * A real Kafka broker (KRaft) in a process and on a class path of its own, and a probe to write and read its topics.
 */
package io.aftercall.embedded.kafka;
