package io.aftercall.transcription.stage;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.CallContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Says which language a call is taken to be in. */
@ApplicationScoped
class SpokenLanguage {

    private final StageConfig config;

    SpokenLanguage(StageConfig config) {
        this.config = config;
    }

    /** The business's, else the configured one, BCP 47. */
    String of(CallContext context) {
        BusinessProfile business = context.business();
        boolean told = business != null
                && business.language() != null
                && !business.language().isBlank();
        return told ? business.language() : config.defaultLanguage();
    }
}
