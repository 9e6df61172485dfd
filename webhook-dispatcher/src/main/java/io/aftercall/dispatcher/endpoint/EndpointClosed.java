package io.aftercall.dispatcher.endpoint;

/**
 * Nothing is sent to this endpoint any more: it was disabled or deleted. Fired inside the transaction that closes it.
 */
public record EndpointClosed(String endpointId) {}
