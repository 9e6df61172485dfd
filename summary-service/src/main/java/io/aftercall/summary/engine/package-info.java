/**
 * What a summary engine is given and what it gives back, and the proof that is asked of every engine alike.
 *
 * <p>Engines live in packages of their own and know this one only; none of them knows Kafka or the database.
 */
package io.aftercall.summary.engine;
