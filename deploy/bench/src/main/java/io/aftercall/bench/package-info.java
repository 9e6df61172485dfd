/**
 * Figures instead of beliefs: each benchmark states its machine, warms up, measures three times or more and prints
 * medians. The build never runs them, because a noisy machine must not fail a test.
 */
package io.aftercall.bench;
