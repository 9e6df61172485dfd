/**
 * The engine that needs no key and no network: it picks the utterances that say most, and finds the business's own
 * cities and services among the words. It quotes and never phrases anything itself.
 */
package io.aftercall.summary.builtin;
