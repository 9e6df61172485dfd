/** Forgetting a call for good: a tombstone in every service, so that nothing late brings it back. */
package io.aftercall.chassis.erasure;
