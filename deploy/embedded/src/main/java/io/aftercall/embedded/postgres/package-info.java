/**
 * A real PostgreSQL in a process of its own, in a temporary folder or one that is kept.
 */
package io.aftercall.embedded.postgres;
