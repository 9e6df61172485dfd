package io.aftercall.gateway.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void valuesAreDecodedAndNothingIsLost() {
        Form form = parse("To=%2B13125550100&Digits=5678&Digits=1234&Empty=&Bare&Name=+%C3%B1+a%3Db=c&");

        assertThat(form.values())
                .containsEntry("To", List.of("+13125550100"))
                .containsEntry("Digits", List.of("5678", "1234"))
                .containsEntry("Empty", List.of(""))
                .containsEntry("Bare", List.of(""))
                .containsEntry("Name", List.of(" ñ a=b=c"));
        assertThat(form.hasRepeats()).isTrue();
        assertThat(form.value("Empty")).isEmpty();
    }

    @Test
    void namesAreSortedTheWayTwilioSortsThem() {
        assertThat(parse("callSid=a&CALLSID=b&CallSid=c").values().keySet())
                .containsExactly("CALLSID", "CallSid", "callSid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallSid=%",
                "CallSid=%4",
                "CallSid=%zz",
                "CallSid=%C3",
                "CallSid=%FF%FE",
                "CallSid=%00",
                "CallSid=a b",
                "CallSid=ñ",
                "CallSid=a\nb",
                "%00=x",
                "CallSid=%ED%A0%80",
                "CallSid=%C0%80"
            })
    void whatIsNotAFormIsRefusedAsAWhole(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedForm.class);
    }

    @Test
    void tooManyParametersAreRefused() {
        assertThatThrownBy(() -> parse("a=b&".repeat(501))).isInstanceOf(MalformedForm.class);
    }

    @Test
    void noBytesWhateverBreakTheParser() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);

            Throwable thrown = catchThrowable(() -> Form.parse(body));

            assertThat(thrown == null || thrown instanceof MalformedForm)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    private static Form parse(String body) {
        return Form.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
