/**
 * The processes of Aftercall on one machine: starts them, finds them again, stops them. Used by the commands and, in
 * one JVM with a temporary folder, by the end-to-end tests.
 */
package io.aftercall.local.stack;
