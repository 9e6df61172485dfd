package io.aftercall.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercall.local.api.AftercallApi;
import io.aftercall.local.api.ApiFailure;
import io.aftercall.local.sandbox.SandboxClient;
import io.aftercall.local.stack.StackFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Lakeside Home Services, its number, its vocabulary and its CRM: set up through the API as any business would be. */
public final class DemoBusiness {

    /** Its id. */
    public static final String ID = "lakeside";

    private static final String HOOK = "/hooks/lakeside";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoBusiness() {}

    /** Creates the business unless it exists. */
    public static void create(AftercallApi api) {
        try {
            api.post("/api/businesses", description());
        } catch (ApiFailure refused) {
            unlessItIs(CONFLICT, refused);
        }
    }

    /**
     * Gives the business an endpoint at the sandbox's receiver, the same one for as long as the address holds, and tells
     * the receiver its secret.
     *
     * @param memory the file that keeps the secret, which the API tells only once
     */
    public static void connectReceiver(AftercallApi api, SandboxClient sandbox, Path memory) {
        String url = sandbox.receiverUrl(HOOK);
        JsonNode endpoint = remembered(memory);
        if (!takesWebhooks(api, endpoint, url)) {
            forget(api, endpoint);
            endpoint = api.post("/api/webhooks/endpoints", endpoint(url));
            StackFolder.writePrivately(memory, endpoint.toString().getBytes(StandardCharsets.UTF_8));
        }
        sandbox.register(HOOK, endpoint.path("secret").asText());
    }

    /** What an endpoint for all of the business's calls is created with. */
    public static Map<String, Object> endpoint(String url) {
        return Map.of(
                "businessId",
                ID,
                "url",
                url,
                "directions",
                List.of("inbound", "outbound"),
                "eventTypes",
                List.of("call.completed"));
    }

    /** What the business is created with. */
    static JsonNode description() {
        try (InputStream file = DemoBusiness.class.getResourceAsStream("lakeside.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean takesWebhooks(AftercallApi api, JsonNode endpoint, String url) {
        try {
            return endpoint.path("url").asText().equals(url)
                    && api.get(path(endpoint)).path("enabled").asBoolean();
        } catch (ApiFailure refused) {
            return unlessItIs(NOT_FOUND, refused);
        }
    }

    private static void forget(AftercallApi api, JsonNode endpoint) {
        try {
            if (endpoint.has("id")) {
                api.delete(path(endpoint));
            }
        } catch (ApiFailure refused) {
            unlessItIs(NOT_FOUND, refused);
        }
    }

    private static boolean unlessItIs(int status, ApiFailure refused) {
        if (refused.status() != status) {
            throw refused;
        }
        return false;
    }

    private static String path(JsonNode endpoint) {
        return "/api/webhooks/endpoints/"
                + AftercallApi.escaped(endpoint.path("id").asText());
    }

    private static JsonNode remembered(Path memory) {
        try {
            return Files.exists(memory) ? JSON.readTree(memory.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + memory, e);
        }
    }
}
