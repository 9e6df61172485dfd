/**
 * A client of Aftercall's own HTTP API, as a customer's would be.
 */
package io.aftercall.local.api;
