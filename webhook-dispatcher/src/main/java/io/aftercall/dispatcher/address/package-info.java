/**
 * Which machines a customer's address may make us talk to. A host is resolved here, every address it has is judged
 * here, and only a judged address is ever connected to.
 */
package io.aftercall.dispatcher.address;
