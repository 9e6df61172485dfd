package io.aftercall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.embedded.junit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest client can send, byte by byte: all are refused, none makes the gateway fail. */
@QuarkusTest
@AgainstRealParts
class HostileRequestsTest {

    private static final int TIMEOUT_MS = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/calls/%zz",
                "GET /api/calls/%",
                "GET /api/calls/%00",
                "GET /api/calls/%c0%80",
                "GET /api/calls?from=%zz",
                "GET /api/calls?from=%",
                "GET /api/calls?number=%00",
                "GET /api/calls?business=%c0%80%00",
                "GET /api/calls?cursor=%ff",
                "GET /api/calls?limit=99999999999999999999",
                "GET /api/calls?limit[]=1&limit=x",
                "GET /api/calls/CA11111111111111111111111111111111/../../../etc/passwd",
                "GET /api/businesses/%2e%2e%2f",
                "GET /api/businesses/lakeside';DROP%20TABLE%20business",
                "GET /api/dead-letters/%00",
                "GET http://elsewhere.example.com/api/calls/CA1",
                "PUT /api/calls",
                "TRACE /api/token",
                "BREW /api/token",
                "POST /twilio/status",
                "POST /twilio/status?%zz",
                "POST http://elsewhere.example.com/twilio/status",
                "POST /api/token",
                "POST /api/businesses",
                "POST /api/clients",
                "POST /api/dead-letters/replay"
            })
    void isRefused(String line) throws IOException {
        assertThat(send(line, "application/x-www-form-urlencoded", "\u00ff\u0000={%zz&&=&"))
                .isBetween(400, 499);
        assertThat(send(line, "application/json", "{\"id\":{\"a\":[[[[\"\\ud800\"]]]]}}"))
                .isBetween(400, 499);
        assertThat(send(line, "text/\u00ff;=;charset=utf-99", "x")).isBetween(400, 499);
    }

    private static int send(String line, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        String head = String.join(
                "\r\n",
                line + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Tokens.admin(),
                "X-Twilio-Signature: '; --",
                "Content-Type: " + contentType,
                "Content-Length: " + bytes.length,
                "Connection: close",
                "",
                "");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }
}
