/**
 * The life of one call here: {@code call-transcribed} in, a summary with proven fields, {@code call-summarized} out.
 *
 * <p>Which engine makes the summary is behind {@link io.aftercall.summary.engine.Summarizer}.
 */
package io.aftercall.summary;
