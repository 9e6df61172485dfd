package io.aftercall.dispatcher.endpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a caller says of an endpoint to create.
 *
 * @param businessId whose calls; may be left out by a business, which can only mean itself
 */
record NewEndpoint(
        @Size(max = 200) String businessId,
        @NotBlank @Size(max = 2048) String url,

        @NotEmpty
        List<@NotNull @Pattern(regexp = DIRECTIONS, message = "must be inbound or outbound") String> directions,

        @NotEmpty List<@NotNull @Pattern(regexp = EVENT_TYPES, message = "must be call.completed") String> eventTypes) {
    private static final String DIRECTIONS = "inbound|outbound";
    private static final String EVENT_TYPES = "call\\.completed";
}
