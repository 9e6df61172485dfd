package io.aftercall.gateway.business;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.events.BusinessProfile.Term;
import io.aftercall.gateway.number.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes on a business with all its numbers, or refuses it as a whole. */
@ApplicationScoped
class AddBusiness {

    private final Businesses businesses;
    private final Clock clock;

    AddBusiness(Businesses businesses, Clock clock) {
        this.businesses = businesses;
        this.clock = clock;
    }

    /**
     * Adds a business.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what cannot be read, 409 when its id or a number is
     *     taken
     */
    @Transactional
    Business add(BusinessToAdd wanted) {
        Business business = new Business(
                wanted.id(),
                wanted.name(),
                timeZone(wanted),
                language(wanted),
                Optional.ofNullable(wanted.recordingMode()).orElse(RecordingMode.TWILIO_CALL_RECORD),
                wanted.phones().stream()
                        .map(AddBusiness::e164)
                        .distinct()
                        .sorted()
                        .toList(),
                terms(wanted.cities()),
                terms(wanted.services()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!businesses.insert(business)) {
            throw Problem.conflict("There is a business with this id already.");
        }
        if (!businesses.insertPhones(business)) {
            throw Problem.conflict("One of these numbers belongs to another business.");
        }
        return business;
    }

    private static String timeZone(BusinessToAdd wanted) {
        try {
            return wanted.timeZone() == null
                    ? "UTC"
                    : ZoneId.of(wanted.timeZone()).getId();
        } catch (DateTimeException unknown) {
            throw Problem.invalid("timeZone is an IANA name such as America/Chicago.");
        }
    }

    private static String language(BusinessToAdd wanted) {
        try {
            return wanted.language() == null
                    ? "en"
                    : new Locale.Builder()
                            .setLanguageTag(wanted.language())
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException illFormed) {
            throw Problem.invalid("language is a BCP 47 tag such as en or pt-BR.");
        }
    }

    private static String e164(String phone) {
        PhoneNumber number = PhoneNumber.of(phone);
        if (!number.isE164()) {
            throw Problem.invalid("phones are numbers in full, with their country, such as +1 312 555 0100.");
        }
        return number.text();
    }

    private static List<Term> terms(List<BusinessToAdd.Word> words) {
        return words == null
                ? List.of()
                : words.stream().map(BusinessToAdd.Word::term).toList();
    }
}
