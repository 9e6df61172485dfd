package io.aftercall.events;

import java.util.List;

/**
 * What the stages need to know of the business, as it was when the call ended.
 *
 * @param id the business's id in the call gateway
 * @param name its name
 * @param timeZone its IANA time zone, for dates that callers speak of
 * @param language the language of its calls, BCP 47
 * @param cities the cities it serves
 * @param services the services it offers
 */
public record BusinessProfile(
        String id, String name, String timeZone, String language, List<Term> cities, List<Term> services) {

    public BusinessProfile {
        Require.text(id, "business.id");
        cities = Require.listOrEmpty(cities);
        services = Require.listOrEmpty(services);
    }

    /**
     * One entry of a business's vocabulary.
     *
     * @param name the value that goes into the field
     * @param synonyms other words callers use for it
     */
    public record Term(String name, List<String> synonyms) {

        public Term {
            Require.text(name, "term.name");
            synonyms = Require.listOrEmpty(synonyms);
        }
    }
}
