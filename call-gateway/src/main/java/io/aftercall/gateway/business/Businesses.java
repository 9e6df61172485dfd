package io.aftercall.gateway.business;

import io.aftercall.gateway.number.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The tables {@code business} and {@code business_phone}. */
@ApplicationScoped
public class Businesses {

    private static final String SELECT = """
            SELECT id, name, time_zone, language, recording_mode, cities, services, created_at,
                   ARRAY(SELECT e164 FROM business_phone WHERE business_id = id ORDER BY e164) AS phones
            FROM business
            """;

    private final Jdbi jdbi;

    Businesses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Whose number it is: an exact match, or for what is not a valid number in full the only one with the same last ten
     * digits.
     */
    public Optional<Owner> ownerOf(PhoneNumber number) {
        Optional<Owner> exact = owner("e164 = :number", number.text());
        return exact.isPresent() || number.valid()
                ? exact
                : number.lastTenDigits().flatMap(digits -> owner("last_ten_digits = :number", digits));
    }

    private Optional<Owner> owner(String condition, String number) {
        List<Owner> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT b.id, b.recording_mode
                        FROM business_phone p JOIN business b ON b.id = p.business_id
                        WHERE p.%s LIMIT 2
                        """.formatted(condition))
                .bind("number", number)
                .mapTo(Owner.class)
                .list());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** A business as it is now. */
    public Optional<Business> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .mapTo(Business.class)
                .findOne());
    }

    List<Business> list() {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "ORDER BY id").mapTo(Business.class).list());
    }

    /** Adds a business in the open transaction; false when its id is taken. */
    boolean insert(Business business) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                                INSERT INTO business
                                    (id, name, time_zone, language, recording_mode, cities, services, created_at)
                                VALUES (:id, :name, :timeZone, :language, :recordingMode, :cities, :services, :createdAt)
                                ON CONFLICT DO NOTHING
                                """).bindMethods(business).execute())
                == 1;
    }

    /** Gives a business its numbers in the open transaction; false when one of them is taken. */
    boolean insertPhones(Business business) {
        int inserted = jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO business_phone (e164, business_id)
                        SELECT phone, :id FROM unnest(:phones) AS phone
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", business.id())
                .bindArray("phones", String.class, business.phones())
                .execute());
        return inserted == business.phones().size();
    }

    /**
     * The business a number belongs to.
     *
     * @param id the business
     * @param recordingMode how its calls are recorded
     */
    public record Owner(String id, RecordingMode recordingMode) {}
}
