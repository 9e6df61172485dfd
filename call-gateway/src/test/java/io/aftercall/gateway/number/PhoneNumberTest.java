package io.aftercall.gateway.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+13125550100, +13125550100",
        "+1 (312) 555-0100, +13125550100",
        "+44 20 7946 0018, +442079460018",
        "+972 3 123 4567, +97231234567"
    })
    void aNumberWithItsCountryIsPutIntoE164(String written, String e164) {
        PhoneNumber number = PhoneNumber.of(written);

        assertThat(number.text()).isEqualTo(e164);
        assertThat(number.isE164()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anonymous", "client:ann", "sip:ann@example.com", "+", "", "+1312'; DROP TABLE x", "٣١٢٥٥٥٠١٠٠"})
    void whatIsNotANumberStaysAsItWasGiven(String given) {
        PhoneNumber number = PhoneNumber.of(given);

        assertThat(number.text()).isEqualTo(given);
        assertThat(number.valid()).isFalse();
        assertThat(number.lastTenDigits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3125550100", "(312) 555-0100", "13125550100", "0013125550100"})
    void aNumberWithoutItsCountryIsKnownByItsLastTenDigits(String given) {
        PhoneNumber number = PhoneNumber.of(given);

        assertThat(number.valid()).isFalse();
        assertThat(number.lastTenDigits()).contains("3125550100");
    }

    @Test
    void fewerThanTenDigitsIdentifyNobody() {
        assertThat(PhoneNumber.of("5550100").lastTenDigits()).isEmpty();
    }
}
