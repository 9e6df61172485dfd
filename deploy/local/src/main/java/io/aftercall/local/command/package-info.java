/**
 * What people type: one class per command, none of which knows how the stack does its work.
 */
package io.aftercall.local.command;
