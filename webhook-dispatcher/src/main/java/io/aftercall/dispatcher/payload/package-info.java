/**
 * What a customer reads: the JSON of each webhook. Its own records on purpose, so that what the services say to each
 * other can grow without a customer noticing; the golden JSON in the tests is the contract.
 */
package io.aftercall.dispatcher.payload;
