/**
 * What the services say to each other: one record per fact, one {@link io.aftercall.events.EventType} per topic.
 * JDK and Jackson annotations only, so that anything on the JVM can read Aftercall's topics. The JSON under
 * {@code golden/} is the contract: adding an optional field is compatible, anything else is a new type.
 */
package io.aftercall.events;
