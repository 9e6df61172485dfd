package io.aftercall.gateway.business;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.BusinessProfile.Term;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.json.Json;

/**
 * A business as it is kept.
 *
 * @param id chosen by whoever made it
 * @param timeZone an IANA name
 * @param language BCP 47
 * @param phones its numbers, E.164, sorted
 * @param cities the cities it serves
 * @param services the services it offers
 */
public record Business(
        String id,
        String name,
        String timeZone,
        String language,
        RecordingMode recordingMode,
        List<String> phones,
        @Json List<Term> cities,
        @Json List<Term> services,
        Instant createdAt) {

    /** What the stages need to know of it. */
    public BusinessProfile profile() {
        return new BusinessProfile(id, name, timeZone, language, cities, services);
    }
}
