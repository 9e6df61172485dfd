/**
 * The front door: what other services answer, under the gateway's own address. Requests and answers are streamed
 * through with back-pressure and never held in memory; tokens are checked by whoever answers.
 */
package io.aftercall.gateway.frontdoor;
