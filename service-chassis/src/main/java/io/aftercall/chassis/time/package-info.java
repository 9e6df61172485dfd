/** Time and chance as injected sources, and waiting that ends when the service stops. */
package io.aftercall.chassis.time;
