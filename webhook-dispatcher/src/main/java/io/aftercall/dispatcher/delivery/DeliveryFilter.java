package io.aftercall.dispatcher.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which deliveries a list shows; null means whichever. */
record DeliveryFilter(String businessId, String callSid, String endpointId, String state) {
    /** The columns that must have a certain value. */
    Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        Optional.ofNullable(businessId).ifPresent(value -> conditions.put("business_id", value));
        Optional.ofNullable(callSid).ifPresent(value -> conditions.put("call_sid", value));
        Optional.ofNullable(endpointId).ifPresent(value -> conditions.put("endpoint_id", value));
        Optional.ofNullable(state).ifPresent(value -> conditions.put("state", value));
        return conditions;
    }
}
