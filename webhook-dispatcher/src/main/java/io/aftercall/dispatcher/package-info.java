/**
 * The webhook dispatcher: takes what is known of a finished call and brings it, signed, to the endpoints of the call's
 * business, for as long as they may be out of reach. {@code delivery} is the way in, {@code queue} the way out,
 * {@code endpoint} where to, {@code payload} what, {@code send} how, {@code address} whether at all.
 */
package io.aftercall.dispatcher;
