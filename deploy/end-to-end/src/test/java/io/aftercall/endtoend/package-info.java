/**
 * The whole system from outside: signed callbacks in, signed webhooks out, and what happens when parts of it die or
 * nonsense comes in.
 */
package io.aftercall.endtoend;
