package io.aftercall.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What it takes to use a running stack, as it stands in {@code credentials.json}.
 *
 * @param gateway where the gateway listens
 * @param publicUrl its address as Twilio signs it
 * @param clientId an admin client of the API
 * @param clientSecret its secret
 * @param twilioAccountSid the account callbacks come from
 * @param twilioAuthToken signs them
 */
public record Credentials(
        String gateway,
        String publicUrl,
        String clientId,
        String clientSecret,
        String twilioAccountSid,
        String twilioAuthToken) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The credentials of the stack that runs, or ran last, in this folder. */
    public static Credentials of(StackFolder folder) {
        Path file = folder.credentials();
        if (!Files.exists(file)) {
            throw new StackFailure(
                    "Nothing was started here yet: there is no " + file + ".", "Start with: ./aftercall up");
        }
        try {
            return JSON.readValue(file.toFile(), Credentials.class);
        } catch (IOException e) {
            throw new StackFailure(
                    "Cannot read " + file + ": " + e.getMessage(), "It is written anew by: ./aftercall up", e);
        }
    }

    /** Writes them so that only their owner may read them. */
    void write(Path file) {
        try {
            StackFolder.writePrivately(
                    file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[gateway=%s, clientId=%s, twilioAccountSid=%s]"
                .formatted(gateway, clientId, twilioAccountSid);
    }
}
