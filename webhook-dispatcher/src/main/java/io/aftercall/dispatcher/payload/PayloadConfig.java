package io.aftercall.dispatcher.payload;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.net.URI;

/** What payloads say that no event does. */
@ConfigMapping(prefix = "aftercall.webhook")
interface PayloadConfig {
    /** The origin under which customers reach recordings and transcripts. */
    URI publicUrl();

    CostBuckets costBuckets();

    /** Where the cost buckets begin, in US dollars. */
    interface CostBuckets {
        BigDecimal medFrom();

        BigDecimal highFrom();
    }
}
