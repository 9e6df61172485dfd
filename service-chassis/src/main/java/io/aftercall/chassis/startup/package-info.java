/** What must hold before a service does anything: its tables are there, and its topics. */
package io.aftercall.chassis.startup;
