package io.aftercall.gateway.form;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of an {@code application/x-www-form-urlencoded} body, decoded without loss: repeated names keep all
 * their values, empty values stay, nothing is trimmed. What is not such a body is refused as a whole.
 */
public final class Form {

    /** Twilio sends some thirty; a customer's SIP headers can add as many again. */
    private static final int MOST_PARAMETERS = 500;

    private static final int HEX = 16;

    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a body.
     *
     * @throws MalformedForm if it is not an ASCII form of UTF-8 text without NUL, or has too many parameters
     */
    public static Form parse(byte[] body) {
        Map<String, List<String>> values = new TreeMap<>();
        int count = 0;
        int start = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at < body.length && body[at] != '&') {
                continue;
            }
            if (at > start) {
                if (++count > MOST_PARAMETERS) {
                    throw new MalformedForm("too many parameters");
                }
                addParameter(values, body, start, at);
            }
            start = at + 1;
        }
        return new Form(Collections.unmodifiableMap(values));
    }

    private static void addParameter(Map<String, List<String>> values, byte[] body, int start, int end) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        String name = decode(body, start, equals);
        String value = equals == end ? "" : decode(body, equals + 1, end);
        values.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(value);
    }

    private static String decode(byte[] body, int start, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at++) {
            byte next = body[at];
            if (next == '%') {
                bytes.write(hexPair(body, at, end));
                at += 2;
            } else if (next == '+') {
                bytes.write(' ');
            } else if (next > ' ' && next < 0x7f) {
                bytes.write(next);
            } else {
                throw new MalformedForm("a character that must be percent-encoded");
            }
        }
        return text(bytes.toByteArray());
    }

    private static int hexPair(byte[] body, int percent, int end) {
        if (percent + 2 >= end) {
            throw new MalformedForm("a cut-off percent-encoding");
        }
        int high = Character.digit(body[percent + 1], HEX);
        int low = Character.digit(body[percent + 2], HEX);
        if (high < 0 || low < 0) {
            throw new MalformedForm("a percent-encoding that is not hexadecimal");
        }
        return high * HEX + low;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new MalformedForm("a NUL character");
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedForm("text that is not UTF-8");
        }
    }

    /** All parameters, sorted by name, upper case before lower. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** The first value of a parameter; empty when it is missing or empty. */
    public Optional<String> value(String name) {
        List<String> found = values.get(name);
        return found == null || found.get(0).isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Whether any parameter occurs more than once. */
    public boolean hasRepeats() {
        return values.values().stream().anyMatch(each -> each.size() > 1);
    }
}
