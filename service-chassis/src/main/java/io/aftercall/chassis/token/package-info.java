/** Who is asking: the gateway's JWTs, checked in every service, and what a business may see. */
package io.aftercall.chassis.token;
