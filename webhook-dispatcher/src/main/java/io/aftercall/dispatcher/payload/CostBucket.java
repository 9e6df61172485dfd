package io.aftercall.dispatcher.payload;

import java.math.BigDecimal;

/** How dear a call was, for those who sort by it. */
enum CostBucket {
    LOW,
    MED,
    HIGH;

    /** Where {@code total} falls between the two borders, each of which belongs to the dearer side. */
    static CostBucket of(BigDecimal total, PayloadConfig.CostBuckets borders) {
        if (total.compareTo(borders.highFrom()) >= 0) {
            return HIGH;
        }
        return total.compareTo(borders.medFrom()) >= 0 ? MED : LOW;
    }
}
