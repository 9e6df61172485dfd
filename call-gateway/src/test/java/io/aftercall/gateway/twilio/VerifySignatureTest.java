package io.aftercall.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.gateway.form.Form;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors of Twilio's own libraries, and forgeries of them. */
class VerifySignatureTest {

    private static final String ACCOUNT = "AC22222222222222222222222222222222";
    private static final String ORIGIN = "https://mycompany.com";
    private static final String TARGET = "/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String PARAMETERS = form(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of(ORIGIN, TARGET, PARAMETERS, SIGNATURE),
                Arguments.of("https://mycompany.com:1234", TARGET, PARAMETERS, SIGNATURE),
                Arguments.of(ORIGIN, TARGET, PARAMETERS, "kvajT1Ptam85bY51eRf/AJRuM3w="),
                Arguments.of("http://mycompany.com:1234", TARGET, PARAMETERS, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
                Arguments.of("http://mycompany.com", TARGET, PARAMETERS, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
                Arguments.of(ORIGIN, TARGET, "", "zYQTYrRWXE7LtzbG4PfP7/bkkGo="),
                Arguments.of(ORIGIN, "/myapp.php", PARAMETERS, "1xaxFBvyzXYvWplzNOSs28HWO94="),
                Arguments.of(
                        ORIGIN,
                        "/myapp.php?foo=hello%20world&bar=test%2Bvalue",
                        PARAMETERS,
                        "er2tvAP1Wx+iuTTE2BPgvEaN1cs="),
                Arguments.of(
                        ORIGIN,
                        TARGET + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
                        "",
                        "a9nBmqA0ju/hNViExpshrM61xv4="),
                Arguments.of(
                        ORIGIN,
                        TARGET,
                        form("callSid", "lowercase", "CallSid", "uppercase", "CALLSID", "allcaps"),
                        "jDK7WKT8wiNrwggd4ceTv4e1MJ4="),
                Arguments.of(
                        ORIGIN,
                        TARGET,
                        form("Digits", "", "CallSid", "CA1234567890ABCDE", "EmptyParam", ""),
                        "9HHp/OqQMEwdrVebHDdA/+tqjX8="),
                Arguments.of(
                        ORIGIN,
                        TARGET,
                        form(
                                "Message",
                                "Hello & goodbye! @#$%^*()",
                                "From",
                                "+1 (415) 867-5309",
                                "Special",
                                "unicode: ñáéíóú"),
                        "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="),
                Arguments.of(
                        ORIGIN,
                        TARGET,
                        form("Sid", "CA123", "SidAccount", "AC123", "Digits", "5678", "Digits", "1234"),
                        "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatTwilioSignedHolds(String origin, String target, String body, String signature) {
        assertThat(verifier(origin, "12345").holds(ACCOUNT, target, parse(body), signature))
                .isTrue();
    }

    @Test
    void aQueryWithPercentEscapesHoldsWithAndWithoutAPortInTheOrigin() {
        String target = "/somepath?param1=client%3AAnonymous";
        String signature = "PM+bjB+ITJ9a3LIYStKWOTMZMlU=";

        assertThat(verifier("https://someurl.com", "1234567890").holds(ACCOUNT, target, parse(""), signature))
                .isTrue();
        assertThat(verifier("https://someurl.com:443", "1234567890").holds(ACCOUNT, target, parse(""), signature))
                .isTrue();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("another signature", TARGET, PARAMETERS, "RSOYDt4T1cUTdK1PDd93/VVr8B9="),
                Arguments.of("the library's documented sample", TARGET, PARAMETERS, "Np1nax6uFoY6qpfT5l9jWwJeit0="),
                Arguments.of("no signature", TARGET, PARAMETERS, ""),
                Arguments.of("a changed value", TARGET, PARAMETERS.replace("1234", "1235"), SIGNATURE),
                Arguments.of("a parameter more", TARGET, PARAMETERS + "&Extra=1", SIGNATURE),
                Arguments.of("a parameter less", TARGET, PARAMETERS.replace("&Digits=1234", ""), SIGNATURE),
                Arguments.of("a repeated parameter", TARGET, PARAMETERS + "&Digits=9", SIGNATURE),
                Arguments.of("another path", "/twilio/status?foo=1&bar=2", PARAMETERS, SIGNATURE),
                Arguments.of("another query", "/myapp.php?foo=1&bar=3", PARAMETERS, SIGNATURE),
                Arguments.of("a query decoded", "/myapp.php?foo=hello world&bar=test+value", PARAMETERS, SIGNATURE),
                Arguments.of("a slash more", "/myapp.php/?foo=1&bar=2", PARAMETERS, SIGNATURE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeriesDoNotHold(String what, String target, String body, String signature) {
        assertThat(verifier(ORIGIN, "12345").holds(ACCOUNT, target, parse(body), signature))
                .isFalse();
    }

    @Test
    void theSecondaryTokenHoldsWhileItIsRotatedIn() {
        assertThat(verifier(ORIGIN, "another", "12345").holds(ACCOUNT, TARGET, parse(PARAMETERS), SIGNATURE))
                .isTrue();
    }

    @Test
    void anotherAccountsTokenDoesNotHold() {
        VerifySignature verifier = verifier(ORIGIN, "12345");

        assertThat(verifier.holds("AC99999999999999999999999999999999", TARGET, parse(PARAMETERS), SIGNATURE))
                .isFalse();
        assertThat(verifier.holds("", TARGET, parse(PARAMETERS), SIGNATURE)).isFalse();
    }

    private static Form parse(String body) {
        return Form.parse(body.getBytes(StandardCharsets.US_ASCII));
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static VerifySignature verifier(String origin, String primary) {
        return verifier(origin, primary, null);
    }

    private static VerifySignature verifier(String origin, String primary, String secondary) {
        return new VerifySignature(() -> origin, new OneAccount(primary, Optional.ofNullable(secondary)));
    }

    /** A configuration of one account. */
    private record OneAccount(String authToken, Optional<String> secondaryAuthToken)
            implements TwilioConfig, TwilioConfig.Account {

        @Override
        public URI baseUrl() {
            return URI.create("https://api.twilio.com");
        }

        @Override
        public Map<String, Account> accounts() {
            return Map.of("main", this);
        }

        @Override
        public String sid() {
            return ACCOUNT;
        }
    }
}
