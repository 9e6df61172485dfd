/**
 * Deliveries as people see them: made when a call is summarised, listed with their attempts, asked for again, and forgotten
 * when the call is erased.
 */
package io.aftercall.dispatcher.delivery;
