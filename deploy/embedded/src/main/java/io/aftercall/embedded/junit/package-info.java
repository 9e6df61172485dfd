/**
 * What a Quarkus test of a service annotates itself with: database, broker and tokens for this JVM.
 */
package io.aftercall.embedded.junit;
