/**
 * The demonstration: a business, its sample calls, what arrived of them and how good it was.
 */
package io.aftercall.local.demo;
