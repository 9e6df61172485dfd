/**
 * Text as words: where they stand, what they are compared by, and which phrases occur among them.
 *
 * <p>Tokenising and stemming are Lucene's. What is here knows nothing of calls.
 */
package io.aftercall.summary.wording;
