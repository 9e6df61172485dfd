/**
 * The only way an event enters a service: read, checked, handled in one transaction. What passes is retried in place
 * for as long as it takes; what can never be processed goes to the dead letters, with the reason.
 */
package io.aftercall.chassis.consume;
