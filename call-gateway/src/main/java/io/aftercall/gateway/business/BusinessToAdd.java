package io.aftercall.gateway.business;

import io.aftercall.events.BusinessProfile.Term;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a business to add must say.
 *
 * @param timeZone an IANA name; UTC when left out
 * @param language BCP 47; {@code en} when left out
 * @param recordingMode how its calls are recorded; by Twilio itself when left out
 * @param phones its numbers in full, with their country
 */
public record BusinessToAdd(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}", message = "must be of a-z, 0-9 and -, at most 63")
        String id,

        @NotBlank @Size(max = 200) @Pattern(regexp = NO_CONTROLS, message = "must be one line")
        String name,

        @Size(max = 60) String timeZone,
        @Size(max = 35) String language,
        RecordingMode recordingMode,
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = 40) String> phones,
        @Size(max = 2000) List<@NotNull @Valid Word> cities,
        @Size(max = 2000) List<@NotNull @Valid Word> services) {

    private static final String NO_CONTROLS = "[^\\p{Cntrl}]*";

    /**
     * One entry of its vocabulary.
     *
     * @param name the value that goes into the field
     * @param synonyms other words callers use for it
     */
    public record Word(
            @NotBlank @Size(max = 200) @Pattern(regexp = NO_CONTROLS, message = "must be one line")
            String name,

            @Size(max = 100)
            List<@NotBlank @Size(max = 200) @Pattern(regexp = NO_CONTROLS, message = "must be one line") String>
                    synonyms) {

        Term term() {
            return new Term(name, synonyms);
        }
    }
}
