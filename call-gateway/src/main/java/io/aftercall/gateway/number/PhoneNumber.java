package io.aftercall.gateway.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whoever is at one end of a call: a number in E.164 where it can be read as one, else the word that was given for it
 * ({@code anonymous}, {@code client:ann}), unchanged.
 *
 * @param text E.164, or the word as given
 * @param valid whether {@code text} is a number that can exist, written in full with its country
 */
public record PhoneNumber(String text, boolean valid) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";
    private static final int LAST_DIGITS = 10;

    /** Digits and what people put between them; anything else (SIP addresses, client names) is not read as a number. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+(\\d][\\d ().-]{1,30}");

    public PhoneNumber {
        Objects.requireNonNull(text, "text");
    }

    /** Reads what was given; never fails, since a call from {@code anonymous} is a call too. */
    public static PhoneNumber of(String given) {
        String text = given.strip();
        if (!WRITTEN_NUMBER.matcher(text).matches()) {
            return new PhoneNumber(text, false);
        }
        try {
            Phonenumber.PhoneNumber parsed = NUMBERS.parse(text, NO_REGION);
            return new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164), NUMBERS.isValidNumber(parsed));
        } catch (NumberParseException withoutCountry) {
            return new PhoneNumber(text, false);
        }
    }

    /** The last ten digits, by which a number without its country can still be known; empty when there are fewer. */
    public Optional<String> lastTenDigits() {
        if (!WRITTEN_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("\\D", "");
        return digits.length() < LAST_DIGITS
                ? Optional.empty()
                : Optional.of(digits.substring(digits.length() - LAST_DIGITS));
    }

    /** Whether {@code text} has the shape of E.164, be the number in use or not. */
    public boolean isE164() {
        return text.matches("\\+[1-9]\\d{6,14}");
    }
}
