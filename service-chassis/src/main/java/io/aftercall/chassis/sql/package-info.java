/** PostgreSQL through JDBI, joined to the JTA transaction, and what its failures mean. */
package io.aftercall.chassis.sql;
