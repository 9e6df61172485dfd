/** Businesses: whose number is whose, and what the stages need to know of each. */
package io.aftercall.gateway.business;
