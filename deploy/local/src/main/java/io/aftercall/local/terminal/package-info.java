/**
 * What people see: lines, rows that change in place on a terminal (and become plain lines in a log), tables.
 */
package io.aftercall.local.terminal;
