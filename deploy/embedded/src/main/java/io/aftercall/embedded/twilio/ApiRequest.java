package io.aftercall.embedded.twilio;

import java.util.Map;

/**
 * A request the sandbox's REST API took, for assertions.
 *
 * @param authorized whether it carried the account's credentials
 * @param status the answer
 */
public record ApiRequest(String method, String path, Map<String, String> query, boolean authorized, int status) {}
