package io.aftercall.embedded.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the sandbox's REST API. */
record ApiReply(int status, String contentType, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ApiReply media(String contentType, byte[] body) {
        return new ApiReply(200, contentType, body);
    }

    static ApiReply json(Object content) {
        return json(200, content);
    }

    static ApiReply empty() {
        return new ApiReply(204, null, new byte[0]);
    }

    static ApiReply notFound(String path) {
        return error(404, 20404, "The requested resource " + path + " was not found");
    }

    /** In the shape of every error of Twilio's API. */
    static ApiReply error(int status, int code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        error.put("status", status);
        return json(status, error);
    }

    private static ApiReply json(int status, Object content) {
        try {
            return new ApiReply(status, "application/json", JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
