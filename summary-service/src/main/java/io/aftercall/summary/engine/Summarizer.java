package io.aftercall.summary.engine;

import io.aftercall.events.CallContext;

/** A summary engine. */
public interface Summarizer {

    /**
     * Summarises what was said and extracts the business's fields from it.
     *
     * @param context the call and its business, which may be null
     * @param transcript what was said; never empty
     * @throws io.aftercall.chassis.work.StageFailure when it cannot, saying whether trying again may help
     */
    Summary summarize(CallContext context, Transcript transcript);
}
