package io.aftercall.embedded.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors of Twilio's own Java library. */
class TwilioSignatureTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final Map<String, String> FORM = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");

    @Test
    void aFormIsSignedWithItsUrl() {
        assertThat(sign(URL, FORM)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertThat(sign(URL, Map.of())).isEqualTo("zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
        assertThat(sign("https://mycompany.com/myapp.php", FORM)).isEqualTo("1xaxFBvyzXYvWplzNOSs28HWO94=");
    }

    @Test
    void portsAndEscapesAreSignedAsTheyAre() {
        assertThat(sign("https://mycompany.com:443/myapp.php?foo=1&bar=2", FORM))
                .isEqualTo("kvajT1Ptam85bY51eRf/AJRuM3w=");
        assertThat(sign("http://mycompany.com:1234/myapp.php?foo=1&bar=2", FORM))
                .isEqualTo("Zmvh+3yNM1Phv2jhDCwEM3q5ebU=");
        assertThat(sign("https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue", FORM))
                .isEqualTo("er2tvAP1Wx+iuTTE2BPgvEaN1cs=");
    }

    @Test
    void namesAreSortedByCaseAndEmptyValuesCount() {
        assertThat(sign(URL, Map.of("callSid", "lowercase", "CallSid", "uppercase", "CALLSID", "allcaps")))
                .isEqualTo("jDK7WKT8wiNrwggd4ceTv4e1MJ4=");
        assertThat(sign(URL, Map.of("Digits", "", "CallSid", "CA1234567890ABCDE", "EmptyParam", "")))
                .isEqualTo("9HHp/OqQMEwdrVebHDdA/+tqjX8=");
    }

    @Test
    void valuesAreSignedDecodedAndInUtf8() {
        Map<String, String> form = Map.of(
                "Message", "Hello & goodbye! @#$%^*()",
                "From", "+1 (415) 867-5309",
                "Special", "unicode: ñáéíóú");

        assertThat(sign(URL, form)).isEqualTo("dCPiR4WtQ6QFN6pJh81CtlCcWLQ=");
    }

    private static String sign(String url, Map<String, String> form) {
        return TwilioSignature.of("12345", url, form);
    }
}
